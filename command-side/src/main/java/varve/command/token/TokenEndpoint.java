package varve.command.token;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.account.UserId;
import varve.contract.token.AddressRange;
import varve.contract.token.TokenId;
import varve.contract.token.TokenKind;
import varve.eventlog.States;

/// Wishes about tokens over HTTP. Only a person in a browser makes and ends them (JSR's rule), so a
/// stolen token cannot make others.
@RestController
class TokenEndpoint {
    private final States states;
    private final Access access;
    private final Mint mint;
    private final Clock clock;

    TokenEndpoint(States states, Access access, Mint mint, Clock clock) {
        this.states = states;
        this.access = access;
        this.mint = mint;
        this.clock = clock;
    }

    /// @param description of 1 to 250 characters
    /// @param permissions absent for all that the owner may do, or exactly one
    /// @param allowedFrom ranges of addresses; from everywhere when absent
    record NewToken(
            @Nullable String description,
            @Nullable Instant expiresAt,
            @Nullable List<AskedPermission> permissions,
            @Nullable List<String> allowedFrom) {}

    /// JSR's CreatedToken; the secret is told here and never again.
    record CreatedToken(String secret, Told token) {}

    record Told(
            String id,
            String description,
            String userId,
            String type,
            @Nullable Instant expiresAt,
            Instant updatedAt,
            Instant createdAt,
            @Nullable List<AskedPermission> permissions) {}

    /// The secret works as soon as it is told.
    @PostMapping("/api/user/tokens")
    CreatedToken issue(@RequestBody NewToken wish, HttpServletRequest request, Caller caller) {
        var owner = access.interactive(caller);
        var description = description(wish);
        var asked = wish.permissions();
        if (asked != null && asked.size() != 1) {
            throw new Refused(new Refusal.Malformed("'permissions' is null or one permission"));
        }
        var expiresAt = wish.expiresAt();
        if (expiresAt != null && expiresAt.isBefore(clock.instant())) {
            throw new Refused(new Refusal.Malformed("'expiresAt' is in the past"));
        }
        var ranges = wish.allowedFrom() == null ? List.<String>of() : wish.allowedFrom();
        var label =
                Label.of(description, request)
                        .onlyFrom(ranges.stream().map(AddressRange::of).toList());
        var grant = AskedPermission.grant(asked);
        var minted = mint.issue(TokenKind.PERSONAL, owner, grant, expiresAt, label, caller);
        return new CreatedToken(
                minted.secret().text(),
                new Told(
                        minted.token().text(),
                        description,
                        owner.text(),
                        TokenKind.PERSONAL.text(),
                        expiresAt,
                        minted.createdAt(),
                        minted.createdAt(),
                        asked));
    }

    /// Sessions end in the same way.
    @DeleteMapping({"/api/user/tokens/{id}", "/api/user/sessions/{id}"})
    Written revoke(@PathVariable String id, Caller caller) {
        var owner = access.interactive(caller);
        return Written.silently(mint.revoke(own(TokenId.of(id), owner), caller));
    }

    private TokenId own(TokenId token, UserId owner) {
        return switch (states.of(Token.SUBJECT, "token:" + token.text())) {
            case Token.Valid(var holder) when holder.equals(owner) -> token;
            case Token.Valid _, Token.Unissued _, Token.Revoked _ ->
                    throw new Refused(new Refusal.TokenNotFound(token.text()));
        };
    }

    private static String description(NewToken wish) {
        var description = Refused.unlessGiven(wish.description(), "description").strip();
        if (description.isEmpty()) {
            throw new Refused(new Refusal.Malformed("a description has 1 to 250 characters"));
        }
        return description;
    }
}
