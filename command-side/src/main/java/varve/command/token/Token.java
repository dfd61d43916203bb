package varve.command.token;

import java.util.List;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.token.TokenCommand;
import varve.contract.token.TokenCommand.IssueToken;
import varve.contract.token.TokenCommand.RevokeToken;
import varve.contract.token.TokenEvent;
import varve.contract.token.TokenEvent.TokenIssued;
import varve.contract.token.TokenEvent.TokenRevoked;
import varve.eventlog.Subject;

/// What must be remembered of a credential. A revoked one stays revoked: its id is never used
/// again.
public sealed interface Token {
    Subject<Token, TokenCommand, TokenEvent> SUBJECT =
            Rules.of("token", Token.class, new Unissued(), Token::decide, Token::on);

    record Unissued() implements Token {}

    record Valid(UserId owner) implements Token {}

    record Revoked(UserId owner) implements Token {}

    default List<TokenEvent> decide(TokenCommand command) {
        return switch (command) {
            case IssueToken(var id, var owner, var kind, var sha256, var grant, var expiresAt) -> {
                if (!(this instanceof Unissued)) {
                    throw new Refused(new Refusal.TokenAlreadyExists(id.text()));
                }
                yield List.of(new TokenIssued(id, owner, kind, sha256, grant, expiresAt));
            }
            case RevokeToken(var id) ->
                    switch (this) {
                        case Unissued() -> throw new Refused(new Refusal.TokenNotFound(id.text()));
                        case Valid _ -> List.of(new TokenRevoked(id));
                        case Revoked _ -> List.of();
                    };
        };
    }

    default Token on(TokenEvent event) {
        return switch (event) {
            case TokenIssued issued -> new Valid(issued.owner());
            case TokenRevoked _ ->
                    switch (this) {
                        case Valid(var owner) -> new Revoked(owner);
                        case Unissued _, Revoked _ -> this;
                    };
        };
    }
}
