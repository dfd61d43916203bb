package varve.contract;

import java.util.List;
import java.util.Optional;
import varve.contract.account.UserId;
import varve.contract.token.AddressRange;
import varve.contract.token.Grant;
import varve.contract.token.TokenId;
import varve.contract.token.TokenKind;

/// Looks up who a presented token belongs to. Asked by the door, answered by the query side.
public interface Credentials {
    /// @param sha256 lower-case hexadecimal SHA-256 of the presented token
    Optional<Holder> holder(String sha256);

    /// Looks anew from now on, also for those who were found a moment ago.
    void forget();

    /// The owner of an unexpired, unrevoked token.
    ///
    /// @param blocked whether nothing that they show is taken
    /// @param allowedFrom from where it may be used; from everywhere when empty
    record Holder(
            UserId user,
            boolean staff,
            boolean blocked,
            TokenId token,
            TokenKind kind,
            Grant grant,
            List<AddressRange> allowedFrom) {
        public Holder {
            allowedFrom = List.copyOf(allowedFrom);
        }
    }
}
