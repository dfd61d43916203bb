package varve.acceptance.ci;

import static varve.acceptance.ci.Hostile.bad;
import static varve.acceptance.ci.Hostile.forbidden;
import static varve.acceptance.ci.Hostile.lab;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import varve.acceptance.ci.LocalIssuer.Draft;

/// Identity tokens that must not be taken, at least five for each rule.
final class HostileTokens {
    private final Jobs jobs;
    private final Draft good;
    private final Draft gitlab;

    HostileTokens(Jobs jobs) {
        this.jobs = jobs;
        this.good = jobs.github.github(jobs.audience("flag", Jobs.VERSION));
        this.gitlab = jobs.gitlab.gitlab(jobs.audience("flag", Jobs.VERSION));
    }

    Stream<Hostile> all() {
        return Stream.of(signature(), issuer(), audience(), time(), repository(), event())
                .flatMap(List::stream);
    }

    private List<Hostile> signature() {
        var stranger = LocalIssuer.newKey("the-key");
        var unknown = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("another").build();
        var elsewhere =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("the-key")
                        .jwkURL(URI.create(jobs.gitlab.issuer() + "/keys"))
                        .jwk(stranger.toPublicJWK())
                        .build();
        var parts = good.signed().split("\\.", -1);
        var other = good.with("repository_id", "1").signed().split("\\.", -1);
        return List.of(
                bad("signature", "none at all", plain()),
                bad("signature", "the public key used as a password", withPublicKeyAsSecret()),
                bad("signature", "a stranger's key under the same name", good.signedWith(stranger)),
                bad("signature", "a key nobody knows", good.header(unknown).signedWith(stranger)),
                bad(
                        "signature",
                        "its own key and where to fetch it",
                        good.header(elsewhere).signedWith(stranger)),
                bad(
                        "signature",
                        "another algorithm",
                        good.header(jobs.github.header(JWSAlgorithm.RS512))),
                bad("signature", "other claims", parts[0] + "." + other[1] + "." + parts[2]),
                bad("signature", "cut off", parts[0] + "." + parts[1] + "."));
    }

    private List<Hostile> issuer() {
        var issuer = jobs.github.issuer();
        return List.of(
                bad("issuer", "a slash more", good.with("iss", issuer + "/")),
                bad("issuer", "a path below", good.with("iss", issuer + "/enterprise")),
                bad("issuer", "a host that begins alike", good.with("iss", issuer + ".evil.test")),
                bad(
                        "issuer",
                        "another scheme",
                        good.with("iss", issuer.replace("http:", "https:"))),
                bad("issuer", "another known one", good.with("iss", jobs.gitlab.issuer())),
                bad("issuer", "none", good.without("iss")));
    }

    private List<Hostile> audience() {
        var audience = jobs.audience("flag", Jobs.VERSION);
        var here = jobs.varve.registry().getAuthority();
        return List.of(
                bad("audience", "another registry", good.with("aud", "registry:evil.test")),
                bad("audience", "npm's", good.with("aud", "npm:" + here)),
                bad("audience", "two", good.with("aud", List.of(audience, "registry:" + here))),
                bad("audience", "none", good.without("aud")),
                bad(
                        "audience",
                        "permissions for another registry",
                        good.with(
                                "aud",
                                audience.replace("{\"perm", "{\"registry\":\"evil.test\",\"perm"))),
                bad(
                        "audience",
                        "neither registry nor bytes",
                        good.with("aud", audience.replaceAll(",\"tarballHash\":\"[^\"]*\"", ""))),
                bad("audience", "no permissions", good.with("aud", "{\"permissions\":[]}")),
                forbidden(
                        "audience",
                        "other bytes",
                        good.with(
                                "aud",
                                audience.replaceAll("sha256-\\w+", "sha256-" + Jobs.otherHash())),
                        "missingPermission"),
                forbidden(
                        "audience",
                        "another package",
                        good.with("aud", jobs.audience("unlinked", Jobs.VERSION)),
                        "missingPermission"));
    }

    private List<Hostile> time() {
        var now = Instant.now();
        return List.of(
                bad("time", "over", good.with("exp", at(now.minusSeconds(60)))),
                bad("time", "from the future", good.with("iat", at(now.plusSeconds(120)))),
                bad("time", "not yet", good.with("nbf", at(now.plusSeconds(120)))),
                bad("time", "a day long", good.with("exp", at(now.plusSeconds(86_400)))),
                bad("time", "without end", good.without("exp")),
                bad("time", "without beginning", good.without("iat")),
                bad("once", "no name", good.without("jti")),
                bad("once", "an empty name", good.with("jti", "")),
                bad("once", "a blank name", good.with("jti", "  ")),
                bad("once", "a name without end", good.with("jti", "x".repeat(201))));
    }

    private List<Hostile> repository() {
        return List.of(
                forbidden("repository", "another", good.with("repository_id", "4712")),
                forbidden(
                        "repository", "another of the same name", good.with("repository_id", "1")),
                forbidden(
                        "repository",
                        "the number under another name",
                        good.with("repository", "evil/flag")),
                bad("repository", "none", good.without("repository_id")),
                bad("repository", "no owner", good.without("repository_owner_id")),
                bad("repository", "nobody who set it off", good.without("actor_id")),
                forbidden(
                        "actor",
                        "somebody unknown",
                        good.with("actor_id", "7"),
                        "actorNotScopeMember"));
    }

    private List<Hostile> event() {
        return List.of(
                bad(
                        "event",
                        "a stranger's pull request",
                        good.with("event_name", "pull_request_target")),
                bad("event", "in capitals", good.with("event_name", "PULL_REQUEST_TARGET")),
                lab("a merge request", gitlab.with("pipeline_source", "merge_request_event")),
                lab("an unprotected branch", gitlab.with("ref_protected", "false")),
                lab("a branch of which nothing is said", gitlab.without("ref_protected")),
                new Hostile(
                        "event",
                        "GitLab's as GitHub's",
                        Hostile.GITHUB + gitlab.signed(),
                        401,
                        "invalidOidcToken"),
                new Hostile(
                        "event",
                        "GitHub's as GitLab's",
                        Hostile.GITLAB + good.signed(),
                        401,
                        "invalidOidcToken"));
    }

    private static Date at(Instant moment) {
        return Date.from(moment);
    }

    private String plain() {
        return new PlainJWT(claims()).serialize();
    }

    private String withPublicKeyAsSecret() {
        try {
            var jwt = new SignedJWT(jobs.github.header(JWSAlgorithm.HS256), claims());
            var secret =
                    jobs.github.key().toPublicJWK().toString().getBytes(StandardCharsets.UTF_8);
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claims() {
        var set = new JWTClaimsSet.Builder();
        good.claims().forEach(set::claim);
        return set.build();
    }
}
