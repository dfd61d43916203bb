package varve.artifacts.packument;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Bytes as HTTP clients can unpack them. The same bytes give the same bytes: there is no time and
/// no name in them.
public final class Packed {
    /// Beyond it the last few per cent cost more time than they save.
    private static final int QUALITY = 5;

    private Packed() {}

    public static byte[] gzip(byte[] plain) {
        if (plain.length > PackumentText.LARGE) {
            return PackedPieces.gzip(plain);
        }
        var packed = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// @return empty when they are too many, or this machine has no such packer
    public static Optional<byte[]> brotli(byte[] plain) {
        if (plain.length > PackumentText.LARGE || !Brotli4jLoader.isAvailable()) {
            return Optional.empty();
        }
        try {
            var how = Encoder.Parameters.create(QUALITY);
            return Optional.of(Encoder.compress(plain, how));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
