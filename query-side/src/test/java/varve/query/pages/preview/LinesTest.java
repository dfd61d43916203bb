package varve.query.pages.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void words_stay_whole_where_they_can() {
        assertThat(lines("flags of one colour", 3, 10)).containsExactly("flags of", "one colour");
        assertThat(lines("  flags  ", 3, 10)).containsExactly("flags");
        assertThat(lines("", 3, 10)).isEmpty();
    }

    @Test
    void a_word_that_fits_nowhere_is_broken() {
        assertThat(lines("unfurlable", 3, 4)).containsExactly("unfu", "rlab", "le");
        assertThat(lines("🚩🚩🚩", 3, 3)).containsExactly("🚩", "🚩", "🚩");
        assertThat(lines("flag", 9, 0)).containsExactly("f", "l", "a", "g");
    }

    @Test
    void an_ellipsis_stands_for_what_there_is_no_room_for() {
        assertThat(lines("one two, three four", 2, 9)).containsExactly("one two,", "three…");
        assertThat(lines("one two, three", 1, 9)).containsExactly("one two…");
        assertThat(lines("unfurlable", 1, 5)).containsExactly("unfu…");
    }

    /// In a font whose letters are all one wide.
    private static List<String> lines(String text, int most, double room) {
        return Lines.of(text, most, room, String::length);
    }
}
