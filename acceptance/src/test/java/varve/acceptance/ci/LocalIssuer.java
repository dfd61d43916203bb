package varve.acceptance.ci;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Signs identity tokens as a provider of runners does, with a real key that it serves over HTTP.
public final class LocalIssuer implements AutoCloseable {
    public static final long REPOSITORY = 4711;
    public static final long OWNER = 42;
    public static final long ACTOR = 1001;

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicInteger keysFetched = new AtomicInteger();

    /// A token before it is signed.
    public record Draft(JWSHeader header, Map<String, Object> claims, RSAKey key) {
        Draft with(String claim, Object value) {
            var changed = new LinkedHashMap<>(claims);
            changed.put(claim, value);
            return new Draft(header, changed, key);
        }

        Draft without(String claim) {
            var changed = new LinkedHashMap<>(claims);
            changed.remove(claim);
            return new Draft(header, changed, key);
        }

        /// The same under a name of its own.
        Draft another() {
            return with("jti", UUID.randomUUID().toString());
        }

        Draft header(JWSHeader other) {
            return new Draft(other, claims, key);
        }

        Draft signedWith(RSAKey other) {
            return new Draft(header, claims, other);
        }

        public String signed() {
            var set = new JWTClaimsSet.Builder();
            claims.forEach(set::claim);
            try {
                var jwt = new SignedJWT(header, set.build());
                jwt.sign(new RSASSASigner(key));
                return jwt.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public LocalIssuer() {
        try {
            key = newKey("the-key");
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", this::keys);
            server.createContext("/token", this::token);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    RSAKey key() {
        return key;
    }

    int keysFetched() {
        return keysFetched.get();
    }

    /// What GitHub's runner would show.
    public Draft github(String audience) {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer());
        claims.put("aud", audience);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", Date.from(now));
        claims.put("nbf", Date.from(now.minusSeconds(5)));
        claims.put("exp", Date.from(now.plusSeconds(300)));
        claims.put("sub", "repo:luca/flag:ref:refs/heads/main");
        claims.put("repository", "luca/flag");
        claims.put("repository_id", String.valueOf(REPOSITORY));
        claims.put("repository_owner_id", String.valueOf(OWNER));
        claims.put("actor_id", String.valueOf(ACTOR));
        claims.put("event_name", "push");
        claims.put("workflow_ref", "luca/flag/.github/workflows/publish.yml@refs/heads/main");
        return new Draft(header(JWSAlgorithm.RS256), claims, key);
    }

    /// What GitLab's runner would show.
    Draft gitlab(String audience) {
        return github(audience)
                .without("repository")
                .without("repository_id")
                .without("repository_owner_id")
                .without("actor_id")
                .without("event_name")
                .with("project_path", "luca/flag")
                .with("project_id", String.valueOf(REPOSITORY))
                .with("namespace_id", String.valueOf(OWNER))
                .with("user_id", String.valueOf(ACTOR))
                .with("pipeline_source", "push")
                .with("ref_protected", "true");
    }

    JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
    }

    /// What a job finds in its environment.
    Map<String, String> runner() {
        return Map.of(
                "GITHUB_ACTIONS", "true",
                "ACTIONS_ID_TOKEN_REQUEST_URL", issuer() + "/token?for=job",
                "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "the job's own",
                "DISABLE_JSR_PROVENANCE", "1");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void keys(HttpExchange exchange) throws IOException {
        keysFetched.incrementAndGet();
        answer(exchange, new JWKSet(key.toPublicJWK()).toString());
    }

    private void token(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var audience = query.replaceAll(".*audience=([^&]*).*", "$1");
        var jwt = github(URLDecoder.decode(audience, StandardCharsets.UTF_8)).signed();
        answer(exchange, "{\"value\":\"" + jwt + "\"}");
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
