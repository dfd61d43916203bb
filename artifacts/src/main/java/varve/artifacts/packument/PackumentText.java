package varve.artifacts.packument;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// A document in the forms in which it lies on the shelf. A large one lies there in one form only,
/// which nearly every client takes; the others can be made of it.
public sealed interface PackumentText {
    /// Bytes beyond which a document is large.
    int LARGE = 128 << 10;

    /// @param bytes plain
    record Whole(byte[] bytes) implements PackumentText {}

    /// A large one.
    record Stretched(List<Stretch> stretches) implements PackumentText {}

    static PackumentText of(byte[] plain) {
        return new Whole(plain);
    }

    /// @param stretches one behind the other
    static PackumentText of(List<Stretch> stretches) {
        int length = stretches.stream().mapToInt(Stretch::length).sum();
        return length > LARGE
                ? new Stretched(List.copyOf(stretches))
                : new Whole(unpacked(Stretch.gzip(stretches)));
    }

    /// @return empty when it is large
    default Optional<byte[]> plain() {
        return this instanceof Whole(var bytes) && bytes.length <= LARGE
                ? Optional.of(bytes)
                : Optional.empty();
    }

    /// @return empty when it is large, or this machine has no such packer
    default Optional<byte[]> brotli() {
        return plain().flatMap(Packed::brotli);
    }

    default byte[] gzip() {
        return switch (this) {
            case Whole(var bytes) -> Packed.gzip(bytes);
            case Stretched(var stretches) -> Stretch.gzip(stretches);
        };
    }

    private static byte[] unpacked(byte[] gzip) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
