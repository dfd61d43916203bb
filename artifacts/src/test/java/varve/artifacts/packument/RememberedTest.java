package varve.artifacts.packument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final List<String> made = new ArrayList<>();
    private final Remembered<String, byte[]> remembered =
            new Remembered<>(10, bytes -> bytes.length);

    @Test
    void what_was_not_wanted_for_longest_makes_room() {
        make("mast", 4);
        make("sail", 4);
        make("mast", 4);
        make("flag", 4);

        assertThat(made).containsExactly("mast", "sail", "flag");
        assertThat(remembered.known("sail")).isNull();
        assertThat(remembered.known("mast")).hasSize(4);
        assertThat(remembered.known("flag")).hasSize(4);
    }

    @Test
    void what_takes_the_place_of_another_weighs_instead_of_it() {
        for (int i = 0; i < 100; i++) {
            remembered.keep("mast", new byte[6]);
        }
        make("flag", 4);
        assertThat(remembered.known("mast")).hasSize(6);
        assertThat(remembered.known("flag")).hasSize(4);
    }

    @Test
    void what_is_too_heavy_is_made_and_not_kept() {
        assertThat(remembered.of("hull", () -> new byte[11])).hasSize(11);
        assertThat(remembered.known("hull")).isNull();
        make("flag", 10);
        assertThat(remembered.known("flag")).hasSize(10);
    }

    private void make(String name, int weight) {
        remembered.of(
                name,
                () -> {
                    made.add(name);
                    return new byte[weight];
                });
    }
}
