package varve.artifacts.packument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 600, 900, 2_000, 20_000})
    void gzip_gives_back_what_was_packed_and_always_packs_alike(int versions) throws IOException {
        var plain = document(versions);
        var packed = Packed.gzip(plain);

        assertThat(unpacked(packed)).isEqualTo(plain);
        assertThat(Packed.gzip(plain)).isEqualTo(packed);
        assertThat(packed.length).isLessThan(plain.length / 3 + 64);
    }

    @Test
    void what_differs_a_little_is_packed_right_too() throws IOException {
        var before = document(5_000);
        Packed.gzip(before);
        var text = new String(before, StandardCharsets.UTF_8);
        for (var change : new String[] {"\"3.0.0\"", "\"4321.0.0\"", "\"0.0.0\""}) {
            var after =
                    text.replace(change, "\"changed\",\"more\"").getBytes(StandardCharsets.UTF_8);
            assertThat(unpacked(Packed.gzip(after))).isEqualTo(after);
        }
    }

    @Test
    void what_cannot_be_packed_comes_back_too() throws IOException {
        var noise = new byte[3_000_000];
        new Random(7).nextBytes(noise);
        assertThat(unpacked(Packed.gzip(noise))).isEqualTo(noise);
    }

    private static byte[] document(int versions) {
        var text = new StringBuilder("{");
        for (int i = 0; i < versions; i++) {
            text.append("\"%d.0.0\":{\"name\":\"flag\",\"sum\":\"%08x\"},".formatted(i, i * 7919));
        }
        return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
