package varve.contract.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import varve.contract.Event;
import varve.contract.account.UserId;

/// What happened to a credential.
public sealed interface TokenEvent extends Event {
    TokenId token();

    @Override
    default String stream() {
        return "token:" + token().text();
    }

    record TokenIssued(
            TokenId token,
            UserId owner,
            TokenKind kind,
            String sha256,
            Grant grant,
            @Nullable Instant expiresAt)
            implements TokenEvent {}

    record TokenRevoked(TokenId token) implements TokenEvent {}
}
