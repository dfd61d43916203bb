package varve.acceptance.account;

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
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// A provider of accounts that speaks OpenID Connect, and GitHub's way beside it. It holds its
/// clients to the rules: a code is good once, with the right verifier, secret and address.
final class LocalProvider implements AutoCloseable {
    static final String CLIENT = "varve-here";
    static final String SECRET = "client-secret";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /// What the next identity token says, after it was made well.
    volatile UnaryOperator<Map<String, Object>> altering = claims -> claims;

    LocalProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/openid-configuration", this::directory);
            server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
            server.createContext("/token", this::token);
            server.createContext("/login/oauth/access_token", this::token);
            server.createContext("/api/v3/user", this::user);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// What somebody does there whom the registry sent.
    ///
    /// @param departure where it sent them
    /// @param who they are there, for example a number
    /// @return a code, as it comes back
    String consents(URI departure, String who) {
        var asked = parameters(departure.getRawQuery());
        asked.put("who", who);
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return code;
    }

    static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var one : query.split("&", -1)) {
            var parts = one.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String keys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private void directory(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize",
                 "token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys"}
                """
                        .formatted(issuer()));
    }

    private void token(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var given = parameters(body);
        var asked = codes.remove(given.getOrDefault("code", ""));
        if (asked == null || !isGood(given, asked)) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"access_token\":\"at-%s\",\"id_token\":\"%s\"}"
                        .formatted(asked.get("who"), idToken(asked)));
    }

    private static boolean isGood(Map<String, String> given, Map<String, String> asked) {
        return SECRET.equals(given.get("client_secret"))
                && CLIENT.equals(given.get("client_id"))
                && Objects.equals(asked.get("redirect_uri"), given.get("redirect_uri"))
                && "S256".equals(asked.get("code_challenge_method"))
                && challenge(given).equals(asked.get("code_challenge"));
    }

    private void user(HttpExchange exchange) throws IOException {
        var who = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer at-", "");
        answer(exchange, 200, "{\"id\":%s,\"login\":\"gh-%s\",\"email\":null}".formatted(who, who));
    }

    private String idToken(Map<String, String> asked) {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer());
        claims.put("aud", CLIENT);
        claims.put("sub", asked.get("who"));
        claims.put("iat", Date.from(now));
        claims.put("exp", Date.from(now.plusSeconds(300)));
        claims.put("nonce", asked.get("nonce"));
        claims.put("preferred_username", "p-" + asked.get("who"));
        claims.put("email", asked.get("who") + "@example.org");
        claims.put("email_verified", true);
        var set = new JWTClaimsSet.Builder();
        altering.apply(claims).forEach(set::claim);
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build();
            var jwt = new SignedJWT(header, set.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(Map<String, String> given) {
        try {
            var verifier = given.getOrDefault("code_verifier", "");
            var digest = MessageDigest.getInstance("SHA-256");
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
