package varve.command.token;

import static varve.contract.Refused.unlessGiven;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.access.Access;
import varve.contract.Caller;
import varve.contract.ReadBack;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.account.UserId;
import varve.contract.scope.ScopeName;
import varve.contract.token.Grant;
import varve.contract.token.TokenCommand.IssueToken;
import varve.contract.token.TokenCommand.RevokeToken;
import varve.contract.token.TokenId;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Wishes about tokens over HTTP.
@RestController
class TokenEndpoint {
    private final Commands commands;
    private final States states;
    private final Access access;
    private final Clock clock;
    private final ReadBack readBack;

    TokenEndpoint(Commands commands, States states, Access access, Clock clock, ReadBack readBack) {
        this.commands = commands;
        this.states = states;
        this.access = access;
        this.clock = clock;
        this.readBack = readBack;
    }

    /// @param permissions absent for all that the owner may do, or exactly one
    record NewToken(@Nullable Instant expiresAt, @Nullable List<AskedPermission> permissions) {}

    record AskedPermission(
            @Nullable String permission,
            @Nullable String scope,
            @com.fasterxml.jackson.annotation.JsonProperty("package") @Nullable String pkg) {}

    /// JSR's CreatedToken; the secret is told here and never again.
    record CreatedToken(String secret, Told token) {}

    record Told(
            String id,
            String userId,
            String type,
            @Nullable Instant expiresAt,
            Instant createdAt,
            @Nullable List<AskedPermission> permissions) {}

    /// The secret works as soon as it is told.
    @PostMapping("/api/user/tokens")
    CreatedToken issue(@RequestBody NewToken wish, Caller caller) {
        var owner = access.person(caller);
        var secret = NewSecret.personal();
        var id = new TokenId(UUID.randomUUID());
        var receipt =
                commands.send(
                        new IssueToken(id, owner, secret.sha256(), grant(wish), wish.expiresAt()),
                        caller);
        readBack.await(receipt.position(), ReadBack.PATIENCE);
        return new CreatedToken(secret.text(), told(id, owner, wish));
    }

    @DeleteMapping("/api/user/tokens/{id}")
    Written revoke(@PathVariable String id, Caller caller) {
        var owner = access.person(caller);
        var token = TokenId.of(id);
        switch (states.of(Token.SUBJECT, "token:" + token.text())) {
            case Token.Valid(var holder) when holder.equals(owner) -> {}
            case Token.Valid _, Token.Unissued _, Token.Revoked _ ->
                    throw new Refused(new Refusal.TokenNotFound(id));
        }
        return Written.silently(commands.send(new RevokeToken(token), caller).position());
    }

    private static Grant grant(NewToken wish) {
        var asked = wish.permissions();
        if (asked == null) {
            return new Grant.Everything();
        }
        if (asked.size() != 1 || !"package/publish".equals(asked.getFirst().permission())) {
            throw new Refused(
                    new Refusal.Malformed(
                            "'permissions' is null or one package/publish permission"));
        }
        var only = asked.getFirst();
        return new Grant.Publishing(
                List.of(
                        new Grant.Permission(
                                ScopeName.of(unlessGiven(only.scope(), "scope")),
                                only.pkg(),
                                null,
                                null)));
    }

    private Told told(TokenId id, UserId owner, NewToken wish) {
        return new Told(
                id.text(),
                owner.text(),
                "personal",
                wish.expiresAt(),
                clock.instant(),
                wish.permissions());
    }
}
