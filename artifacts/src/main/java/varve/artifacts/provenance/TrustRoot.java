package varve.artifacts.provenance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Sha256;

/// Whom to believe: Sigstore's `trusted_root.json`.
///
/// @param authorities that give out certificates
/// @param certificateLogs that promise to list certificates
/// @param entryLogs that list signatures
/// @param sha256 of the file, lower-case hexadecimal
public record TrustRoot(
        List<Authority> authorities,
        List<Log> certificateLogs,
        List<Log> entryLogs,
        String sha256) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Only between two moments.
    ///
    /// @param end absent for no end
    record Period(Instant start, @Nullable Instant end) {
        boolean holds(Instant moment) {
            return !moment.isBefore(start) && (end == null || !moment.isAfter(end));
        }
    }

    /// @param chain from the issuing certificate to the root
    record Authority(List<X509Certificate> chain, Period valid) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Log(byte[] id, PublicKey key, Period valid) {}

    /// Sigstore's public one, as it was when this program was made.
    public static TrustRoot published() {
        try (var in = TrustRoot.class.getResourceAsStream("trusted_root.json")) {
            return of(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException when it is no such file
    public static TrustRoot of(byte[] file) {
        try {
            var root = JSON.readTree(file);
            var authorities = new ArrayList<Authority>();
            for (var one : root.path("certificateAuthorities")) {
                authorities.add(authority(one));
            }
            return new TrustRoot(
                    authorities,
                    logs(root.path("ctlogs")),
                    logs(root.path("tlogs")),
                    Sha256.hex(file));
        } catch (GeneralSecurityException | DateTimeException | JacksonException e) {
            throw new IllegalArgumentException("no trusted root: " + e.getMessage(), e);
        }
    }

    /// @throws Unproven when there is no such log, or not at that time
    static Log log(List<Log> logs, byte[] id, Instant at) throws Unproven {
        for (var log : logs) {
            if (Arrays.equals(log.id(), id) && log.valid().holds(at)) {
                return log;
            }
        }
        throw new Unproven("its log is not trusted");
    }

    private static Authority authority(JsonNode json) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var chain = new ArrayList<X509Certificate>();
        for (var one : json.path("certChain").path("certificates")) {
            var bytes = bytes(one.path("rawBytes"));
            chain.add(
                    (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
        }
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an authority has no certificates");
        }
        return new Authority(chain, period(json.path("validFor")));
    }

    private static List<Log> logs(JsonNode json) throws GeneralSecurityException {
        var logs = new ArrayList<Log>();
        for (var one : json) {
            var key = one.path("publicKey");
            var details = key.path("keyDetails").asString("");
            if (details.contains("ED25519")) {
                continue; // logs of the second version, whose entries carry no time of their own
            }
            var algorithm = details.contains("RSA") ? "RSA" : "EC";
            var spec = new X509EncodedKeySpec(bytes(key.path("rawBytes")));
            logs.add(
                    new Log(
                            bytes(one.path("logId").path("keyId")),
                            KeyFactory.getInstance(algorithm).generatePublic(spec),
                            period(key.path("validFor"))));
        }
        return logs;
    }

    /// Without a start nothing can be said of it (so the conformance tests have it).
    private static Period period(JsonNode json) {
        var end = json.path("end").asString("");
        return new Period(
                Instant.parse(json.path("start").asString("")),
                end.isEmpty() ? null : Instant.parse(end));
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getDecoder().decode(base64.asString(""));
    }
}
