package varve.command.npm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import varve.contract.Refusal;
import varve.contract.Refused;

/// A tarball while it is being received: in a file of its own, counted and hashed as it comes in.
final class Tarball extends OutputStream {
    /// 100 MiB.
    static final long LARGEST = 100L << 20;

    private final Path file;
    private final OutputStream out;
    private final MessageDigest sha1 = digest("SHA-1");
    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha512 = digest("SHA-512");
    private long size;

    private Tarball(Path file) throws IOException {
        this.file = file;
        this.out = Files.newOutputStream(file);
    }

    static Tarball create() throws IOException {
        return new Tarball(Files.createTempFile("varve-npm-", ".tgz"));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /// @throws Refused when more than {@link #LARGEST} bytes come in
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size > LARGEST) {
            throw new Refused(new Refusal.TooLarge(LARGEST));
        }
        List.of(sha1, sha256, sha512).forEach(digest -> digest.update(bytes, offset, length));
        out.write(bytes, offset, length);
    }

    /// No more will come in.
    ///
    /// @param announced bytes as the client counted them, negative when it did not
    Received received(long announced) throws IOException {
        out.close();
        if (announced >= 0 && announced != size) {
            throw new Refused(
                    new Refusal.TarballMismatch(
                            "the tarball has " + size + " bytes, not " + announced));
        }
        return new Received(
                file,
                size,
                HexFormat.of().formatHex(sha1.digest()),
                HexFormat.of().formatHex(sha256.digest()),
                Base64.getEncoder().encodeToString(sha512.digest()));
    }

    void discard() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    /// A tarball that has come in whole.
    ///
    /// @param sha1 lower-case hexadecimal, like `sha256`
    /// @param sha512 base64
    record Received(Path file, long size, String sha1, String sha256, String sha512)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
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
