package varve.contract.account;

import varve.contract.Command;

/// Wishes about a person.
public sealed interface UserCommand extends Command {
    UserId user();

    @Override
    default String stream() {
        return "user:" + user().text();
    }

    record RegisterUser(UserId user) implements UserCommand {}

    record AppointStaff(UserId user) implements UserCommand {}

    /// The vault has a new password for them already.
    record ChangePassword(UserId user) implements UserCommand {}

    /// Codes of an authenticator are asked for from now on; the vault has its secret already.
    record SetSecondFactor(UserId user) implements UserCommand {}

    record RemoveSecondFactor(UserId user) implements UserCommand {}

    /// The vault has its key already.
    record AddPasskey(UserId user, PasskeyId passkey) implements UserCommand {}

    record RemovePasskey(UserId user, PasskeyId passkey) implements UserCommand {}

    /// They have shown themselves with it.
    record UsePasskey(UserId user, PasskeyId passkey) implements UserCommand {}

    record DismissStaff(UserId user) implements UserCommand {}

    /// Nothing that they show is taken any more; what they did stays.
    record BlockUser(UserId user) implements UserCommand {}

    record UnblockUser(UserId user) implements UserCommand {}

    /// Everything that tells who they were goes; what they did stays.
    record EraseUser(UserId user) implements UserCommand {}
}
