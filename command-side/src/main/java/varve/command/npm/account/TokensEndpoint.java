package varve.command.npm.account;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.command.account.SignIn;
import varve.command.token.AskedPermission;
import varve.command.token.Label;
import varve.command.token.Mint;
import varve.command.token.TokenLabels;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.account.UserId;
import varve.contract.token.AddressRange;
import varve.contract.token.Grant;
import varve.contract.token.TokenId;
import varve.contract.token.TokenKind;

/// `npm token create` and `npm token revoke`.
@RestController
class TokensEndpoint {
    private static final Duration LIFE = Duration.ofDays(365);

    private final Access access;
    private final SignIn signIn;
    private final Mint mint;
    private final TokenLabels labels;

    TokensEndpoint(Access access, SignIn signIn, Mint mint, TokenLabels labels) {
        this.access = access;
        this.signIn = signIn;
        this.mint = mint;
        this.labels = labels;
    }

    /// What npm 10 and npm 11 send.
    ///
    /// @param expires in days
    /// @param permission `read-only`, `read-write` or `no-access`
    /// @param unguarded whether no second factor is asked for with it
    record Wish(
            @Nullable String password,
            @Nullable Boolean readonly,
            @Nullable String name,
            @Nullable List<String> packages,
            @Nullable List<String> scopes,
            @JsonProperty("packages_and_scopes_permission") @Nullable String permission,
            @Nullable Integer expires,
            @JsonProperty("cidr_whitelist") @Nullable List<String> cidr,
            @JsonProperty("bypass_2fa") @Nullable Boolean unguarded) {

        boolean reads() {
            return Boolean.TRUE.equals(readonly) || "read-only".equals(permission);
        }

        /// Each package and scope that it is limited to.
        List<String> targets() {
            var all = new ArrayList<String>();
            all.addAll(packages == null ? List.of() : packages);
            all.addAll(scopes == null ? List.of() : scopes);
            return all;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            String token,
            String key,
            String name,
            @JsonProperty("cidr_whitelist") @Nullable List<String> cidr,
            boolean readonly,
            Instant created,
            Instant updated,
            @Nullable Instant expires) {}

    @PostMapping("/~npm/-/npm/v1/tokens")
    Told create(@RequestBody Wish wish, HttpServletRequest request, Caller caller) {
        var owner = access.person(caller);
        var address = request.getRemoteAddr();
        signIn.confirm(owner, unlessGiven(wish.password(), "password"), address);
        var days = wish.expires();
        if (days != null && (days < 1 || days > LIFE.toDays())) {
            throw new Refused(new Refusal.Malformed("a token lasts 1 to 365 days"));
        }
        var cidr = wish.cidr() == null ? List.<String>of() : wish.cidr();
        var name = wish.name() == null || wish.name().isBlank() ? "npm token" : wish.name();
        var minted =
                mint.issue(
                        TokenKind.PERSONAL,
                        owner,
                        grant(wish),
                        days == null ? LIFE : Duration.ofDays(days),
                        Label.of(name, request)
                                .onlyFrom(cidr.stream().map(AddressRange::of).toList())
                                .unguarded(Boolean.TRUE.equals(wish.unguarded())),
                        caller);
        return new Told(
                minted.secret().text(),
                key(minted.token()),
                name,
                cidr,
                wish.reads(),
                minted.createdAt(),
                minted.createdAt(),
                minted.expiresAt());
    }

    /// @param key that `npm token list` shows, or the token itself
    @DeleteMapping("/~npm/-/npm/v1/tokens/token/{key}")
    ResponseEntity<Void> revoke(@PathVariable String key, Caller caller) {
        var owner = access.person(caller);
        mint.revoke(named(key, owner), caller);
        return ResponseEntity.noContent().build();
    }

    /// How npm clients know a token: its id without hyphens.
    static String key(TokenId token) {
        return token.text().replace("-", "");
    }

    private TokenId named(String key, UserId owner) {
        var found =
                key.matches("[0-9a-f]{32}")
                        ? Optional.of(new TokenId(id(key)))
                                .filter(token -> labels.isOf(token, owner))
                        : labels.withSecret(
                                Sha256.hex(key.getBytes(StandardCharsets.UTF_8)), owner);
        return found.orElseThrow(() -> new Refused(new Refusal.TokenNotFound(key)));
    }

    private static UUID id(String key) {
        return UUID.fromString(
                key.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    private static Grant grant(Wish wish) {
        if ("no-access".equals(wish.permission())) {
            throw new Refused(new Refusal.Malformed("a token that may nothing is of no use"));
        }
        var targets = wish.targets();
        if (targets.isEmpty()) {
            return wish.reads() ? new Grant.Reading(List.of()) : new Grant.Everything();
        }
        var permissions = new ArrayList<AskedPermission>();
        for (var target : targets) {
            var parts = target.replaceFirst("^@", "").split("/", 2);
            permissions.add(
                    new AskedPermission(
                            wish.reads() ? "package/read" : "package/publish",
                            parts[0],
                            parts.length > 1 ? parts[1] : null,
                            null,
                            null));
        }
        return AskedPermission.grant(permissions);
    }
}
