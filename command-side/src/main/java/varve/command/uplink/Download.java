package varve.command.uplink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A tarball while it comes in: into a file, hashed on its way. It is whole and as announced, or it
/// is not there.
///
/// @param integrity `sha512-` and base64 of its digest
record Download(Path file, long size, String integrity) implements AutoCloseable {
    /// What integrity strings speak of, the strongest last.
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "SHA-1", "sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

    /// @throws UplinkTrouble when these are not the bytes that were announced
    static Download of(InputStream in, Origin.File announced) throws IOException, UplinkTrouble {
        var file = Files.createTempFile("varve-uplink-", ".tgz");
        try {
            var digests = new TreeMap<String, MessageDigest>();
            ALGORITHMS.forEach((name, algorithm) -> digests.put(name, digest(algorithm)));
            long size = receive(in, file, digests);
            var found = new TreeMap<String, byte[]>();
            digests.forEach((name, digest) -> found.put(name, digest.digest()));
            check(announced, found);
            var sha512 = Base64.getEncoder().encodeToString(found.get("sha512"));
            return new Download(file, size, "sha512-" + sha512);
        } catch (IOException | UplinkTrouble | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static long receive(InputStream in, Path file, Map<String, MessageDigest> digests)
            throws IOException {
        long size = 0;
        var buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int length = n;
                digests.values().forEach(digest -> digest.update(buffer, 0, length));
                out.write(buffer, 0, n);
                size += n;
            }
        }
        return size;
    }

    /// All hashes of the strongest kind that is announced may be meant; one of them must be right
    /// (as clients have it). SHA-1 alone is better than nothing, and clients still take it.
    private static void check(Origin.File announced, TreeMap<String, byte[]> found)
            throws UplinkTrouble {
        var hashes =
                announced.integrity().isBlank()
                        ? new String[0]
                        : announced.integrity().strip().split("\\s+");
        for (var kind : found.descendingKeySet()) {
            var ofKind = Arrays.stream(hashes).filter(hash -> hash.startsWith(kind + "-")).toList();
            var right = kind + "-" + Base64.getEncoder().encodeToString(found.get(kind));
            Predicate<String> isRight = hash -> hash.replaceFirst("\\?.*", "").equals(right);
            if (!ofKind.isEmpty()) {
                require(ofKind.stream().anyMatch(isRight), announced);
                return;
            }
        }
        var sha1 = HexFormat.of().formatHex(found.get("sha1"));
        require(sha1.equalsIgnoreCase(announced.shasum()), announced);
    }

    private static void require(boolean right, Origin.File announced) throws UplinkTrouble {
        if (!right) {
            throw new UplinkTrouble("other bytes than announced at " + announced.address());
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
