package varve.eventlog;

import java.util.UUID;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.contract.scope.ScopeCommand.CreateScope;
import varve.contract.scope.ScopeCommand.DescribeScope;
import varve.contract.scope.ScopeName;
import varve.contract.token.Grant;

/// Commands and callers as tests need them.
final class Wishes {
    static final UserId LUCA = new UserId(UUID.fromString("0f4b7c6e-0000-4000-8000-000000000001"));

    private Wishes() {}

    static Caller luca() {
        return new Caller(
                new Actor.User(LUCA), "token-1", new Grant.Everything(), "request-1", "deno/2.5");
    }

    static Caller nobody() {
        return new Caller(new Actor.Anonymous(), null, new Grant.Everything(), "request-2", "curl");
    }

    static CreateScope create(String scope) {
        return new CreateScope(ScopeName.of(scope), LUCA, "of " + scope);
    }

    static DescribeScope describe(String scope, String description) {
        return new DescribeScope(ScopeName.of(scope), description);
    }
}
