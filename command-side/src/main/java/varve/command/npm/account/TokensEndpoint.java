package varve.command.npm.account;

import static varve.contract.Refused.unlessGiven;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import varve.command.token.Label;
import varve.command.token.Mint;
import varve.command.token.TokenLabels;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.account.UserId;
import varve.contract.token.AddressRange;
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
    Told create(@RequestBody TokenWish wish, HttpServletRequest request, Caller caller) {
        var owner = access.person(caller);
        var grant = wish.grant();
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
                        grant,
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
}
