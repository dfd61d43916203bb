package varve.artifacts.provenance;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An in-toto statement: something said about files, signed in an envelope (DSSE).
///
/// @param payload as it was signed
@SuppressWarnings("ArrayRecordComponent") // never compared
record Statement(JsonNode json, byte[] payload) {
    private static final String PAYLOAD = "application/vnd.in-toto+json";
    private static final Set<String> TYPES =
            Set.of("https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1");

    /// What Deno calls `_type`.
    private static final String TYPE_OF_DENO = "type";

    private static final JsonMapper JSON = new JsonMapper();

    /// @throws Unproven unless the key made the envelope's one signature
    static Statement of(JsonNode envelope, PublicKey key) throws Unproven {
        var signatures = envelope.path("signatures");
        if (!envelope.path("payloadType").asString("").equals(PAYLOAD) || signatures.size() != 1) {
            throw new Unproven("it is no statement with one signature");
        }
        var payload = LogEntry.bytes(envelope.path("payload"));
        var head = "DSSEv1 %d %s %d ".formatted(PAYLOAD.length(), PAYLOAD, payload.length);
        var before = head.getBytes(StandardCharsets.UTF_8);
        var text = Arrays.copyOf(before, before.length + payload.length);
        System.arraycopy(payload, 0, text, before.length, payload.length);
        if (!Signed.by(key, text, LogEntry.bytes(signatures.path(0).path("sig")))) {
            throw new Unproven("its signature is not that of its certificate");
        }
        return new Statement(JSON.readTree(payload), payload);
    }

    String predicateType() {
        return json.path("predicateType").asString("");
    }

    /// @param algorithm `sha256` or `sha512`
    /// @param digest lower-case hexadecimal
    /// @throws Unproven unless it is about these bytes under this name
    void require(String subject, String algorithm, String digest) throws Unproven {
        var type = json.path(json.has("_type") ? "_type" : TYPE_OF_DENO);
        if (!TYPES.contains(type.asString(""))) {
            throw new Unproven("it is no statement");
        }
        var said = json.path("subject");
        for (var one : said.isObject() ? List.of(said) : said) {
            if (one.path("name").asString("").equals(subject)
                    && one.path("digest").path(algorithm).asString("").equalsIgnoreCase(digest)) {
                return;
            }
        }
        throw new Unproven("it is about something else than these bytes of " + subject);
    }
}
