package varve.query.npm;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.token.FreshSecret;
import varve.query.account.People;
import varve.query.token.TokenView;
import varve.query.token.Tokens;

/// `npm profile get` and `npm token list`.
@RestController
class ProfileEndpoint {
    private static final int LARGEST_PAGE = 9_999;

    private static final String TWO_FACTOR =
            "select guards_writes, confirmed_at from varve_vault.authenticator where owner = ?";

    private final People people;
    private final Tokens tokens;
    private final JdbcClient db;

    ProfileEndpoint(People people, Tokens tokens, JdbcClient db) {
        this.people = people;
        this.tokens = tokens;
        this.db = db;
    }

    /// What npm calls two-factor authentication.
    ///
    /// @param mode `auth-only`, or `auth-and-writes` when each change asks for a code too
    /// @param pending while no code has been told
    record TwoFactor(String mode, boolean pending) {}

    /// @param tfa absent while there is no second factor; what was made, for whoever just asked
    record Profile(
            @Nullable Object tfa,
            String name,
            @Nullable String email,
            @JsonProperty("email_verified") boolean emailVerified,
            String fullname,
            @Nullable String homepage,
            Instant created,
            Instant updated,
            @JsonProperty("cidr_whitelist") @Nullable List<String> cidr) {}

    /// @param token its beginning; nobody has the rest
    record Listed(
            String token,
            String key,
            String name,
            @JsonProperty("cidr_whitelist") List<String> cidr,
            boolean readonly,
            boolean automation,
            Instant created,
            Instant updated,
            @Nullable Instant expires) {

        static Listed of(TokenView token) {
            var key = token.id().replace("-", "");
            var permissions = token.permissions();
            return new Listed(
                    "jsr" + token.type().charAt(0) + "_" + key.substring(0, 4),
                    key,
                    token.description(),
                    token.allowedFrom().isEmpty()
                            ? List.of()
                            : List.of(token.allowedFrom().split(",", -1)),
                    permissions != null && permissions.contains("package/read"),
                    false,
                    token.createdAt(),
                    token.updatedAt(),
                    token.expiresAt());
        }
    }

    record Links(@Nullable String next) {}

    record TokenPage(List<Listed> objects, int total, Links urls) {}

    @GetMapping("/~npm/-/npm/v1/user")
    Profile profile(HttpServletRequest request, Caller caller) {
        var fresh = FreshSecret.from(request::getAttribute);
        var self = people.self(caller.unrestricted());
        var login = self.login();
        return new Profile(
                fresh.isPresent() ? told(fresh.get()) : twoFactor(caller),
                login == null ? self.name() : login,
                self.email(),
                false,
                self.name(),
                null,
                self.createdAt(),
                self.updatedAt(),
                null);
    }

    private static @Nullable Object told(FreshSecret fresh) {
        if (fresh.text().isEmpty()) {
            return null;
        }
        return fresh.text().startsWith("otpauth:")
                ? fresh.text()
                : List.of(fresh.text().split("\n", -1));
    }

    private @Nullable TwoFactor twoFactor(Caller caller) {
        return db.sql(TWO_FACTOR)
                .param(caller.person().uuid())
                .query((row, _) ->
                        new TwoFactor(
                                row.getBoolean("guards_writes") ? "auth-and-writes" : "auth-only",
                                row.getTimestamp("confirmed_at") == null))
                .optional()
                .orElse(null);
    }

    /// @param page counted from 0
    @GetMapping("/~npm/-/npm/v1/tokens")
    TokenPage tokens(
            @RequestParam(defaultValue = "10") int perPage,
            @RequestParam(defaultValue = "0") int page,
            Caller caller) {
        var all = tokens.of(caller.unrestricted());
        int size = Math.clamp(perPage, 1, LARGEST_PAGE);
        long from = Math.min((long) Math.max(page, 0) * size, all.size());
        long to = Math.min(from + size, all.size());
        var next =
                to < all.size() ? "/-/npm/v1/tokens?perPage=" + size + "&page=" + (page + 1) : null;
        return new TokenPage(
                all.subList((int) from, (int) to).stream().map(Listed::of).toList(),
                all.size(),
                new Links(next));
    }
}
