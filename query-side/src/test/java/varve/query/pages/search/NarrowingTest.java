package varve.query.pages.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NarrowingTest {
    @Test
    void a_click_adds_a_filter_to_what_was_typed_and_another_takes_it_away() {
        var offered = one(" red  flag ", "kind:npm");
        assertThat(offered.chosen()).isFalse();
        assertThat(offered.href()).isEqualTo("/packages?search=red%20flag%20kind%3Anpm");
        var chosen = one("red Kind:NPM flag", "kind:npm");
        assertThat(chosen.chosen()).isTrue();
        assertThat(chosen.href()).isEqualTo("/packages?search=red%20flag");
        assertThat(one("", "score:>=80").href()).isEqualTo("/packages?search=score%3A%3E%3D80");
        assertThat(one("\"><script>&", "kind:jsr").href())
                .isEqualTo("/packages?search=%22%3E%3Cscript%3E%26%20kind%3Ajsr");
    }

    private static Narrowing one(String typed, String filter) {
        return Narrowing.of(typed).stream()
                .filter(one -> one.filter().equals(filter))
                .findFirst()
                .orElseThrow();
    }
}
