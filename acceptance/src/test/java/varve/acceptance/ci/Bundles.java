package varve.acceptance.ci;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sigstore bundles as somebody would send them who wants to be believed.
final class Bundles {
    private Bundles() {}

    /// The same bundle with one part of it altered, in every way.
    static List<JsonNode> alterations(JsonNode sound) {
        return List.of(
                altered(sound, "dsseEnvelope", "payload"),
                altered(sound, "dsseEnvelope", "signatures", "0", "sig"),
                altered(sound, "verificationMaterial", "certificate", "rawBytes"),
                altered(sound, "verificationMaterial", "tlogEntries", "0", "canonicalizedBody"),
                altered(sound, "verificationMaterial", "tlogEntries", "0", "integratedTime"),
                altered(sound, "verificationMaterial", "tlogEntries", "0", "logId", "keyId"),
                altered(
                        sound,
                        "verificationMaterial",
                        "tlogEntries",
                        "0",
                        "inclusionPromise",
                        "signedEntryTimestamp"),
                altered(
                        sound,
                        "verificationMaterial",
                        "tlogEntries",
                        "0",
                        "inclusionProof",
                        "rootHash"));
    }

    /// The same for a bundle as Deno makes it.
    static List<JsonNode> jsrAlterations(JsonNode sound) {
        return List.of(
                altered(sound, "content", "dsseEnvelope", "payload"),
                altered(sound, "content", "dsseEnvelope", "signatures", "0", "sig"),
                altered(
                        sound,
                        "verificationMaterial",
                        "content",
                        "x509CertificateChain",
                        "certificates",
                        "0",
                        "rawBytes"));
    }

    private static JsonNode altered(JsonNode sound, String... path) {
        var copy = sound.deepCopy();
        JsonNode at = copy;
        for (int i = 0; i < path.length - 1; i++) {
            at = path[i].matches("\\d+") ? at.get(Integer.parseInt(path[i])) : at.get(path[i]);
        }
        var last = path[path.length - 1];
        var before = at.get(last).asString();
        int middle = before.length() / 2;
        var other = before.charAt(middle) == '1' ? '2' : '1';
        var after = before.substring(0, middle) + other + before.substring(middle + 1);
        ((ObjectNode) at).put(last, after);
        return copy;
    }

    /// The document with a bundle attached to its version.
    static Map<String, Object> with(
            Map<String, Object> document, String name, String version, String bundle) {
        var attachments = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(document.get("_attachments")))
                .forEach((key, value) -> attachments.put(String.valueOf(key), value));
        attachments.put(
                name + "-" + version + ".sigstore",
                Map.of(
                        "content_type",
                        "application/vnd.dev.sigstore.bundle.v0.3+json",
                        "data",
                        bundle,
                        "length",
                        bundle.length()));
        document.put("_attachments", attachments);
        return document;
    }
}
