package varve.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Words words = Messages.in(Locale.ENGLISH);

    @Test
    void every_message_is_a_word_and_every_word_has_a_message() {
        assertThat(ResourceBundle.getBundle(Messages.BUNDLE, Locale.ENGLISH).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Words.class.getMethods()).map(Method::getName).toList());
    }

    @Test
    void numbers_read_as_people_say_them() {
        assertThat(words.packagesFound(0)).isEqualTo("No packages");
        assertThat(words.packagesFound(1)).isEqualTo("One package");
        assertThat(words.packagesFound(12_345)).isEqualTo("12,345 packages");
        assertThat(words.filesAndBytes(3, "1.0 KiB")).isEqualTo("3 files, 1.0 KiB");
        assertThat(words.daysAgo(1)).isEqualTo("yesterday");
    }

    @Test
    void what_people_typed_is_no_pattern() {
        assertThat(words.resultsTitle("{0}'{1}")).isEqualTo("{0}'{1} · Search · Varve");
    }
}
