package varve.query.pages.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.query.pages.Theme;

class PictureTest {
    private static final Typeface LETTERS = Typeface.regular();

    @Test
    void letters_are_drawn_and_what_is_none_is_left_out() {
        assertThat(LETTERS.drawable("Bandeiras à mão, ação")).isEqualTo("Bandeiras à mão, ação");
        assertThat(LETTERS.drawable("a\u0303")).isEqualTo("ã");
        assertThat(LETTERS.drawable("red\n\t flags 🚩")).isEqualTo("red flags");
        assertThat(LETTERS.drawable("旗 red flags")).isEqualTo("red flags");
        assertThat(LETTERS.drawable("一面旗 flag 風に翻る")).isEmpty();
        assertThat(LETTERS.drawable("שלום عالم")).isEmpty();
        assertThat(LETTERS.drawable("re\u202ed\u0000")).isEqualTo("red");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flag",
                "a-name-as-long-as-names-of-packages-may-be-which-is-long-enough",
                "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
                "旗"
            })
    void nothing_is_drawn_beyond_the_margins(String name) {
        var long_ = (name + " and more words than fit, ").repeat(20);
        var image = picture(name, long_, Theme.OWN);
        for (int x : new int[] {20, 60, 1140, 1180}) {
            for (int y = 0; y < 490; y++) {
                assertThat(image.getRGB(x, y)).isEqualTo(Palette.PAPER.getRGB());
            }
        }
        var between = IntStream.range(84, 1116).map(x -> image.getRGB(x, 462));
        assertThat(between.distinct().toArray()).containsExactly(Palette.PAPER.getRGB());
    }

    @Test
    void it_is_in_the_colour_of_the_registry() {
        var own = picture("flag", "Red flags", Theme.OWN);
        var red = picture("flag", "Red flags", new Theme("", "#a3362b", null));
        assertThat(red.getRGB(90, 500)).isEqualTo(0xffa3362b).isNotEqualTo(own.getRGB(90, 500));
    }

    /// Servers often have none, and a runtime that looks for them fails there.
    @Test
    @EnabledOnOs(OS.LINUX)
    void no_fonts_of_the_machine_are_looked_for() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child =
                new ProcessBuilder(
                                java,
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DrawnAlone.class.getName())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains("1200 wide", "libawt.so")
                .doesNotContain("libfontmanager", "libfreetype", "libfontconfig");
    }

    private static BufferedImage picture(String name, String description, Theme theme) {
        var facts =
                List.of(
                        "jsr",
                        "MIT",
                        "deno",
                        "node",
                        "a fact too long to stand in any row".repeat(4));
        return Picture.of(new Preview("Varve", "@luca/", name, "1.0.0", description, facts), theme);
    }
}
