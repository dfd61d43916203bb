package varve.acceptance.ci;

import static varve.acceptance.ci.Hostile.bad;
import static varve.acceptance.ci.Hostile.forbidden;

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

/// Identity tokens that must not be taken, for what they are: who signed them and how, for whom
/// they are meant, and for how long.
final class HostileTokens {
    private final Jobs jobs;
    private final Draft good;

    HostileTokens(Jobs jobs) {
        this.jobs = jobs;
        this.good = jobs.github.github(jobs.audience("flag", Jobs.VERSION));
    }

    Stream<Hostile> all() {
        return Stream.of(keys(), algorithm(), issuer(), audience(), permission(), time())
                .flatMap(List::stream);
    }

    private List<Hostile> keys() {
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
                bad("keys", "a stranger's under the same name", good.signedWith(stranger)),
                bad("keys", "one nobody knows", good.header(unknown).signedWith(stranger)),
                bad("keys", "its own", good.header(elsewhere).signedWith(stranger)),
                bad("keys", "another known issuer's", good.signedWith(jobs.gitlab.key())),
                bad("keys", "other claims", parts[0] + "." + other[1] + "." + parts[2]),
                bad("keys", "no signature", parts[0] + "." + parts[1] + "."));
    }

    private List<Hostile> algorithm() {
        return List.of(
                bad("algorithm", "none at all", plain()),
                bad("algorithm", "the public key as a password", withPublicKeyAsSecret()),
                with(JWSAlgorithm.RS384),
                with(JWSAlgorithm.RS512),
                with(JWSAlgorithm.PS256),
                with(JWSAlgorithm.PS512));
    }

    private Hostile with(JWSAlgorithm other) {
        return bad("algorithm", other.getName(), good.header(jobs.github.header(other)));
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
                bad("audience", "no permissions", good.with("aud", "{\"permissions\":[]}")));
    }

    /// What it permits is less than what is asked with it.
    private List<Hostile> permission() {
        var audience = jobs.audience("flag", Jobs.VERSION);
        var other = Jobs.otherHash();
        return List.of(
                beyond("other bytes", audience.replaceAll("sha256-\\w+", "sha256-" + other)),
                beyond("another package", jobs.audience("unlinked", Jobs.VERSION)),
                beyond("another version", jobs.audience("flag", "1.0.1")),
                beyond("another scope", audience.replace(jobs.scope, "other-scope")),
                bad(
                        "permission",
                        "for everything",
                        good.with("aud", "{\"permissions\":[{\"permission\":\"everything\"}]}")),
                bad(
                        "permission",
                        "for more than uploads",
                        good.with("aud", audience.replace("package/publish", "package/delete"))));
    }

    private Hostile beyond(String variant, String audience) {
        var token = Hostile.GITHUB + good.with("aud", audience).signed();
        return forbidden("permission", variant, token, "missingPermission");
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
                bad("time", "a second longer than an hour", lasting(now, 3_602)));
    }

    private Draft lasting(Instant from, long seconds) {
        return good.with("iat", at(from)).with("exp", at(from.plusSeconds(seconds)));
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
