package varve.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import varve.blobs.Paths.Form;
import varve.blobs.Paths.Packing;

/// Packuments for who wants them plain. A large one lies on the shelf packed with gzip only, and is
/// unpacked on its way.
public final class Packuments {
    private Packuments() {}

    /// What this registry says of a package.
    ///
    /// @return empty when there is none
    /// @throws ShelfTrouble when the shelf cannot be reached
    public static Optional<byte[]> own(Blobs blobs, String npmName, Form form) {
        return plain(blobs, packing -> Paths.packument(npmName, form, packing));
    }

    /// What it tells of another registry's package.
    public static Optional<byte[]> upstream(Blobs blobs, String npmName, Form form) {
        return plain(blobs, packing -> Paths.upstreamPackument(npmName, form, packing));
    }

    /// The text of a packed object. It has a validator of its own, for its bytes are others.
    ///
    /// @param packed with gzip; closed when this returns
    public static Blob unpacked(Blob packed) throws IOException {
        try (packed) {
            var bytes = packed.content().readAllBytes();
            return new Blob(
                    new GZIPInputStream(new ByteArrayInputStream(bytes)),
                    length(bytes),
                    packed.etag().replaceFirst("\"$", "-plain\""),
                    packed.contentType());
        }
    }

    private static Optional<byte[]> plain(Blobs blobs, Function<Packing, Place> places) {
        return blobs.bytes(places.apply(Packing.PLAIN))
                .or(() -> unpacked(blobs, places.apply(Packing.GZIP)));
    }

    private static Optional<byte[]> unpacked(Blobs blobs, Place place) {
        var found = blobs.get(place);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var blob = unpacked(found.get())) {
            return Optional.of(blob.content().readAllBytes());
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + place.key(), e);
        }
    }

    /// What the file says of itself at its end (RFC 1952 §2.3.1).
    private static long length(byte[] gzip) {
        var end = ByteBuffer.wrap(gzip).order(ByteOrder.LITTLE_ENDIAN);
        return Integer.toUnsignedLong(end.getInt(gzip.length - Integer.BYTES));
    }
}
