package varve.command.modules;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import varve.contract.ModuleRefusal;
import varve.contract.Refusal;
import varve.contract.Refused;

/// One message from a forge as it came in: its headers understood, its body not yet.
///
/// @param event in GitHub's words
/// @param forge kind of forge
/// @param id the forge's own, the same when it sends the message again; empty when it gave none
/// @param sent the body exactly as it was sent, which is what signatures are over
record Delivery(String event, String forge, String id, byte[] sent, boolean form) {
    /// GitHub's own limit.
    private static final int LARGEST = 25 << 20;

    private static final Map<String, String> GITLAB_EVENTS =
            Map.of("Tag Push Hook", "push", "Push Hook", "push");

    /// @throws Refused when it is no webhook, or has no body
    static Delivery receive(HttpServletRequest request) throws IOException {
        var type = header(request, "Content-Type");
        boolean form = type.startsWith("application/x-www-form-urlencoded");
        if (!form && !type.startsWith("application/json")) {
            throw new ModuleRefusal.BodyType().refused();
        }
        var gitlab = header(request, "X-Gitlab-Event");
        var event =
                gitlab.isEmpty()
                        ? header(request, "X-GitHub-Event")
                        : GITLAB_EVENTS.getOrDefault(gitlab, gitlab);
        return new Delivery(
                event,
                forge(request),
                Stream.of("X-GitHub-Delivery", "X-Gitlab-Event-UUID")
                        .map(name -> header(request, name))
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .map(id -> id.substring(0, Math.min(id.length(), 100)))
                        .orElse(""),
                body(request),
                form);
    }

    /// Whether it is about anything that modules are published from.
    boolean isKnown() {
        return event.equals("ping") || event.equals("create") || event.equals("push");
    }

    /// The JSON in it.
    ///
    /// @throws Refused when there is none
    byte[] payload() {
        var payload = form ? field(new String(sent, StandardCharsets.UTF_8), "payload") : null;
        var json =
                form
                        ? Optional.ofNullable(payload).orElse("").getBytes(StandardCharsets.UTF_8)
                        : sent;
        if (json.length == 0) {
            throw new ModuleRefusal.BodyMissing().refused();
        }
        return json;
    }

    /// @throws Refused unless the sender knows the secret: by GitHub's signature, or in GitLab's
    ///   way by showing it
    void verify(String secret, HttpServletRequest request) {
        var token = header(request, "X-Gitlab-Token");
        boolean known =
                token.isEmpty()
                        ? same(header(request, "X-Hub-Signature-256"), "sha256=" + hmac(secret))
                        : same(token, secret);
        if (!known) {
            throw new ModuleRefusal.BadSignature().refused();
        }
    }

    /// One field of a query or a form, decoded.
    static @Nullable String field(@Nullable String encoded, String name) {
        if (encoded == null) {
            return null;
        }
        for (var pair : encoded.split("&")) {
            if (pair.startsWith(name + "=")) {
                try {
                    return URLDecoder.decode(
                            pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException _) {
                    throw new Refused(new Refusal.Malformed("'" + name + "' is not decodable"));
                }
            }
        }
        return null;
    }

    private static String forge(HttpServletRequest request) {
        if (!header(request, "X-Gitlab-Event").isEmpty()) {
            return "gitlab";
        }
        return header(request, "X-Gitea-Event").isEmpty() ? "github" : "gitea";
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Refused(new Refusal.TooLarge(LARGEST));
        }
        return body;
    }

    private String hmac(String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(sent));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static boolean same(String given, String wanted) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
