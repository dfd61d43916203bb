package varve.artifacts.provenance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a bundle says of its place in a public log of signatures (Rekor, first version), and
/// whether the log's own signatures say so too.
///
/// @param body what was logged, as JSON bytes
/// @param at when it was logged, by the log's word
@SuppressWarnings("ArrayRecordComponent") // never compared
record LogEntry(byte[] body, long index, Instant at) {
    private static final int HINT = 4;

    static LogEntry of(JsonNode entry, TrustRoot root) throws Unproven {
        var promise = entry.path("inclusionPromise").path("signedEntryTimestamp").asString("");
        var at = Instant.ofEpochSecond(entry.path("integratedTime").asLong(0));
        if (promise.isEmpty()) {
            throw new Unproven("nobody says when it was signed");
        }
        var id = bytes(entry.path("logId").path("keyId"));
        var log = TrustRoot.log(root.entryLogs(), id, at);
        var body = bytes(entry.path("canonicalizedBody"));
        long index = entry.path("logIndex").asLong(0);
        var said =
                "{\"body\":\"%s\",\"integratedTime\":%d,\"logID\":\"%s\",\"logIndex\":%d}"
                        .formatted(
                                Base64.getEncoder().encodeToString(body),
                                at.getEpochSecond(),
                                HexFormat.of().formatHex(id),
                                index);
        if (!Signed.by(log.key(), said.getBytes(StandardCharsets.UTF_8), decoded(promise))) {
            throw new Unproven("its log did not sign this entry");
        }
        var proof = entry.path("inclusionProof");
        if (proof.isObject()) {
            include(proof, body, log);
        }
        return new LogEntry(body, index, at);
    }

    /// RFC 9162 §2.1.3.2, and a note that the log has signed.
    private static void include(JsonNode proof, byte[] body, TrustRoot.Log log) throws Unproven {
        long index = proof.path("logIndex").asLong(0);
        long size = proof.path("treeSize").asLong(0);
        var path = new ArrayList<byte[]>();
        proof.path("hashes").forEach(hash -> path.add(bytes(hash)));
        var root = bytes(proof.path("rootHash"));
        if (index < 0 || index >= size || !Arrays.equals(root, root(body, index, size, path))) {
            throw new Unproven("its entry is not in the log");
        }
        var note = proof.path("checkpoint").path("envelope").asString("");
        int end = note.indexOf("\n\n");
        var lines = note.split("\n", -1);
        if (end < 0
                || lines.length < 4
                || !lines[1].equals(Long.toString(size))
                || !Arrays.equals(decoded(lines[2]), root)
                || !isSigned(note.substring(0, end + 1), note.substring(end + 2), log)) {
            throw new Unproven("its log's checkpoint is not good");
        }
    }

    private static boolean isSigned(String text, String signatures, TrustRoot.Log log)
            throws Unproven {
        for (var line : signatures.split("\n", -1)) {
            var parts = line.split(" ", -1);
            if (parts.length == 3 && parts[0].equals("\u2014")) {
                var bytes = decoded(parts[2]);
                if (bytes.length > HINT
                        && Arrays.equals(Arrays.copyOf(bytes, HINT), Arrays.copyOf(log.id(), HINT))
                        && Signed.by(
                                log.key(),
                                text.getBytes(StandardCharsets.UTF_8),
                                Arrays.copyOfRange(bytes, HINT, bytes.length))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] root(byte[] body, long index, long size, List<byte[]> path)
            throws Unproven {
        long node = index;
        long last = size - 1;
        var hash = sha256(new byte[] {0}, body);
        for (var other : path) {
            if (last == 0) {
                throw new Unproven("its proof is too long");
            }
            if ((node & 1) == 1 || node == last) {
                hash = sha256(new byte[] {1}, other, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = sha256(new byte[] {1}, hash, other);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new Unproven("its proof is too short");
        }
        return hash;
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    /// Of either alphabet: clients use both.
    static byte[] bytes(JsonNode base64) {
        var text = base64.asString("").replace('-', '+').replace('_', '/');
        return Base64.getDecoder().decode(text);
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
