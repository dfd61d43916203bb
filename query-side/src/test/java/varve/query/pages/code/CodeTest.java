package varve.query.pages.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    private static final List<String> HOISTING =
            List.of(
                    "/* hoists",
                    "   a flag */",
                    "import { mast } from \"@luca/mast\";",
                    "export async function hoist(height: number) {",
                    "  return `up ${height} <b>&` + 0x1f; // so high",
                    "}");

    @Test
    void every_character_stays_what_it_was() {
        assertThat(texts(Code.ofFile("/mod.ts", HOISTING))).isEqualTo(HOISTING);
    }

    @ParameterizedTest
    @CsvSource({
        "0, /* hoists, remark",
        "1, a flag */, remark",
        "2, import, word",
        "2, from, word",
        "2, \"@luca/mast\", text",
        "3, number, type",
        "4, 0x1f, number",
        "4, // so high, remark"
    })
    void words_texts_and_remarks_have_their_own_colours(int line, String text, String look) {
        assertThat(Code.ofFile("/mod.ts", HOISTING).get(line))
                .anySatisfy(piece -> {
                    assertThat(piece.text().strip()).isEqualTo(text);
                    assertThat(piece.look()).isEqualTo(look);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a.ts", "/a.tsx", "/a.js", "/a.jsx", "/a.json", "/a.md", "/a.css", "/a.html",
                "/a.yaml", "/a.sh", "/a.xml", "/a.rs", "/a.sql", "/LICENSE", "/.a", "/a."
            })
    void what_makes_no_sense_in_a_language_stays_as_it_was(String file) {
        var odd =
                List.of(
                        "`${`${`",
                        "/*",
                        "<!--",
                        "*/ -->",
                        "\"'\\",
                        "\u0000\uD800",
                        "",
                        "\t  ",
                        "/[/",
                        "{{{ %% ??? }}}",
                        "x".repeat(20_000),
                        "`}`}`");
        assertThat(texts(Code.ofFile(file, odd))).isEqualTo(odd);
    }

    private static List<String> texts(List<List<Piece>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
                .toList();
    }
}
