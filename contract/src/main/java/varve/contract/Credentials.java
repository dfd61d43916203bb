package varve.contract;

import java.util.Optional;
import varve.contract.account.UserId;
import varve.contract.token.Grant;
import varve.contract.token.TokenId;

/// Looks up who a presented token belongs to. Asked by the door, answered by the query side.
public interface Credentials {
    /// @param sha256 lower-case hexadecimal SHA-256 of the presented token
    Optional<Holder> holder(String sha256);

    /// The owner of an unexpired, unrevoked token.
    record Holder(UserId user, boolean staff, TokenId token, Grant grant) {}
}
