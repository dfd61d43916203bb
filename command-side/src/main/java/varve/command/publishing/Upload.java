package varve.command.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;

/// An upload while it is being received: in a file of its own, counted and hashed as it comes in.
/// The hash is over the compressed bytes, as `deno publish` pins it.
record Upload(Path file, String sha256, long size) implements AutoCloseable {
    /// 20 MiB, JSR's limit for what is sent.
    static final long LARGEST = 20L << 20;

    private static final int PIECE = 64 << 10;

    /// @throws Refused when more than {@link #LARGEST} bytes arrive
    static Upload receive(InputStream body) throws IOException {
        var file = Files.createTempFile("varve-upload-", ".tar.gz");
        try {
            return receive(body, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Upload receive(InputStream body, Path file) throws IOException {
        var digest = Sha256.digest();
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            var piece = new byte[PIECE];
            for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
                size += n;
                if (size > LARGEST) {
                    throw new Refused(new Refusal.TooLarge(LARGEST));
                }
                digest.update(piece, 0, n);
                out.write(piece, 0, n);
            }
        }
        return new Upload(file, Sha256.hex(digest), size);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
