package varve.contract.account;

import java.util.Optional;

/// Checks a name and a password. Asked by the door for clients that send both with each request,
/// answered by the command side.
public interface Signing {
    /// @param address from where somebody tries; too many wrong tries from there are refused
    /// @return the person; empty when the two do not belong together
    /// @throws varve.contract.Refused when there were too many wrong tries
    Optional<UserId> person(String login, String password, String address);
}
