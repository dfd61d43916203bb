package varve.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import varve.blobs.Paths.Form;
import varve.blobs.Paths.Packing;

class PackumentsTest {
    private static final byte[] TEXT = "{\"name\":\"@luca/flag\"}".getBytes(StandardCharsets.UTF_8);

    private final Blobs shelf = new MemoryBlobs();

    @Test
    void a_packument_is_read_plain_however_it_lies() throws IOException {
        put(Paths.packument("@luca/flag", Form.FULL, Packing.PLAIN), TEXT);
        put(Paths.packument("@luca/mast", Form.FULL, Packing.GZIP), packed());
        put(Paths.upstreamPackument("left-pad", Form.FULL, Packing.GZIP), packed());

        assertThat(Packuments.own(shelf, "@luca/flag", Form.FULL)).contains(TEXT);
        assertThat(Packuments.own(shelf, "@luca/mast", Form.FULL)).contains(TEXT);
        assertThat(Packuments.upstream(shelf, "left-pad", Form.FULL)).contains(TEXT);
        assertThat(Packuments.own(shelf, "left-pad", Form.FULL)).isEqualTo(Optional.empty());
    }

    @Test
    void what_is_unpacked_on_its_way_has_its_own_length_and_validator() throws IOException {
        var place = Paths.packument("@luca/flag", Form.INSTALL, Packing.GZIP);
        put(place, packed());
        try (var blob = shelf.get(place).orElseThrow();
                var unpacked = Packuments.unpacked(shelf.get(place).orElseThrow())) {
            assertThat(unpacked.size()).isEqualTo(TEXT.length);
            assertThat(unpacked.contentType()).isEqualTo(blob.contentType());
            assertThat(unpacked.etag()).matches("\"[^\"]+-plain\"").isNotEqualTo(blob.etag());
            assertThat(unpacked.content().readAllBytes()).isEqualTo(TEXT);
        }
    }

    private void put(Place place, byte[] bytes) {
        shelf.put(place, bytes, "application/json");
    }

    private static byte[] packed() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(TEXT);
        }
        return out.toByteArray();
    }
}
