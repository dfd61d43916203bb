package varve.artifacts.packument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 7", "7, 0", "1, 1", "3, 4096", "100000, 1", "70000, 123457"})
    void the_sum_of_two_texts_follows_from_theirs(int one, int other) {
        var random = new Random(11);
        var first = new byte[one];
        var second = new byte[other];
        random.nextBytes(first);
        random.nextBytes(second);
        var both = new CRC32();
        both.update(first);
        both.update(second);

        assertThat(JoinedCrc.of(crc(first), crc(second), second.length))
                .isEqualTo((int) both.getValue());
    }

    @Test
    void stretches_one_behind_the_other_are_one_file() throws IOException {
        var texts = new ArrayList<>(List.of("", "{", "\"flag\":".repeat(9_000), "§ 8", "", "}"));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(texts, new Random(i));
            var packed = Stretch.gzip(texts.stream().map(Stretch::of).toList());
            assertThat(unpacked(packed)).isEqualTo(String.join("", texts));
        }
        assertThat(unpacked(Stretch.gzip(List.of()))).isEmpty();
    }

    @Test
    void a_small_document_has_every_form_and_a_large_one_only_one() {
        var sentence = Stretch.of("All flags fly. ".repeat(1_000));
        var small = PackumentText.of(Collections.nCopies(8, sentence));
        var large = PackumentText.of(Collections.nCopies(9, sentence));

        assertThat(small.plain().orElseThrow()).hasSize(120_000);
        assertThat(small.brotli()).isPresent();
        assertThat(small.gzip()).isEqualTo(Packed.gzip(small.plain().orElseThrow()));
        assertThat(large.plain()).isEmpty();
        assertThat(large.brotli()).isEmpty();
        assertThat(large.gzip().length).isLessThan(10_000);
    }

    private static int crc(byte[] bytes) {
        var sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private static String unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
