package varve.command.ci;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;

/// What an identity token of a job must say besides being signed. Stricter than JSR, along the
/// lines of PyPI's and crates.io's rules.
final class IdentityRules {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    /// Jobs that strangers set off with code of theirs and the rights of the repository.
    private static final Set<String> STRANGERS = Set.of("pull_request_target");

    private static final Set<String> MERGE_REQUESTS =
            Set.of("merge_request_event", "external_pull_request_event");

    private IdentityRules() {}

    static void check(JWTClaimsSet claims, Issuer issuer, Instant now) {
        require(issuer.issuer().equals(claims.getIssuer()), "its issuer is another");
        var audience = claims.getAudience();
        require(audience.size() == 1, "it is meant for more or fewer than one audience");
        time(claims, now);
        var jti = claims.getJWTID();
        require(jti != null && !jti.isBlank() && jti.length() <= 200, "it has no 'jti'");
        switch (issuer.kind()) {
            case GITHUB ->
                    require(
                            !STRANGERS.contains(word(claims, "event_name")),
                            "jobs of pull_request_target may not publish");
            case GITLAB -> {
                require(
                        !MERGE_REQUESTS.contains(word(claims, "pipeline_source")),
                        "jobs of merge requests may not publish");
                require(
                        word(claims, "ref_protected").equals("true"),
                        "only jobs of protected branches and tags may publish");
            }
        }
    }

    private static void time(JWTClaimsSet claims, Instant now) {
        var expires = moment(claims.getExpirationTime(), "exp");
        var issued = moment(claims.getIssueTime(), "iat");
        var from = claims.getNotBeforeTime();
        require(expires.plus(SKEW).isAfter(now), "it has expired");
        require(!issued.minus(SKEW).isAfter(now), "it is from the future");
        require(from == null || !from.toInstant().minus(SKEW).isAfter(now), "it does not hold yet");
        require(
                issued.isBefore(expires)
                        && Duration.between(issued, expires).compareTo(LONGEST_LIFE) <= 0,
                "it holds for more than an hour");
    }

    private static Instant moment(@Nullable Date date, String claim) {
        if (date == null) {
            throw refused("it has no '" + claim + "'");
        }
        return date.toInstant();
    }

    /// A claim that must be there, as text.
    static String claim(JWTClaimsSet claims, String name) {
        var value = claims.getClaim(name);
        if (value instanceof String text && !text.isBlank() || value instanceof Long) {
            return value.toString();
        }
        throw refused("it has no '" + name + "'");
    }

    /// Name of the file in a claim such as
    /// `luca/flag/.github/workflows/publish.yml@refs/heads/main`.
    ///
    /// @return empty when there is no such claim
    static String file(JWTClaimsSet claims, String name) {
        var path = optional(claims, name);
        return path == null ? "" : path.replaceFirst("@.*$", "").replaceFirst("^.*/", "");
    }

    static @Nullable String optional(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }

    /// A claim that must be there and be a text, however it is spelled.
    private static String word(JWTClaimsSet claims, String name) {
        if (claims.getClaim(name) instanceof String text && !text.isBlank()) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
        throw refused("it has no '" + name + "'");
    }

    static void require(boolean good, String otherwise) {
        if (!good) {
            throw refused(otherwise);
        }
    }

    static Refused refused(String why) {
        return new Refused(new Refusal.OfPeople.InvalidOidcToken(why));
    }
}
