package varve.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
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
    void portuguese_says_as_much_as_english() throws IOException {
        var portuguese = new Properties();
        try (var file = Messages.class.getResourceAsStream("messages_pt.properties")) {
            portuguese.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        assertThat(portuguese.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Words.class.getMethods()).map(Method::getName).toList());
        assertThat(Messages.in(Locale.of("pt")).packagesFound(2)).isEqualTo("2 pacotes");
    }

    /// Words that are the same in both languages, and texts of nothing but names.
    private static final Set<String> THE_SAME =
            Set.of(
                    "manual",
                    "manualTitle",
                    "siteName",
                    "npmAt",
                    "scopeTitle",
                    "packageTitle",
                    "filesTitle",
                    "troubleTitle",
                    "moduleTitle",
                    "tokens",
                    "docsTitle",
                    "classes",
                    "interfaces",
                    "docExperimental",
                    "personTitle",
                    "roleAuditor",
                    "idLabel");

    @Test
    void no_text_stays_in_english() {
        var english = ResourceBundle.getBundle(Messages.BUNDLE, Locale.ENGLISH);
        var portuguese = ResourceBundle.getBundle(Messages.BUNDLE, Locale.of("pt"));
        assertThat(english.keySet())
                .filteredOn(key -> english.getString(key).equals(portuguese.getString(key)))
                .containsExactlyInAnyOrderElementsOf(THE_SAME);
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
