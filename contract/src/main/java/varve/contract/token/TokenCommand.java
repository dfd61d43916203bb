package varve.contract.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import varve.contract.Command;
import varve.contract.account.UserId;

/// Wishes about a credential.
public sealed interface TokenCommand extends Command {
    TokenId token();

    @Override
    default String stream() {
        return "token:" + token().text();
    }

    /// @param sha256 lower-case hexadecimal digest of the secret; the secret itself is never kept
    /// @param expiresAt absent for a token without end
    record IssueToken(
            TokenId token,
            UserId owner,
            TokenKind kind,
            String sha256,
            Grant grant,
            @Nullable Instant expiresAt)
            implements TokenCommand {}

    record RevokeToken(TokenId token) implements TokenCommand {}
}
