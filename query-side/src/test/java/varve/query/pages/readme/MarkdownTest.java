package varve.query.pages.readme;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

class MarkdownTest {
    private static final Links LINKS =
            new Links(VersionRef.of("@luca/flag@1.0.0"), FilePath.of("/docs/README.md"));

    @Test
    void tables_task_lists_and_strikethrough_work_as_on_github() {
        var shown =
                shown(
                        """
                        | flag | land |
                        | :--- | ---: |
                        | 🇵🇹   | Portugal |

                        - [x] colours
                        - [ ] ~~borders~~
                        """);
        assertThat(shown.select("td").eachText()).containsExactly("🇵🇹", "Portugal");
        assertThat(shown.select("td:last-child").attr("class")).isEqualTo("to-right");
        assertThat(shown.select("input[type=checkbox][disabled]")).hasSize(2);
        assertThat(shown.select("input[checked]")).hasSize(1);
        assertThat(shown.select("del").text()).isEqualTo("borders");
    }

    @Test
    void code_keeps_its_language_and_every_character() {
        var shown = shown("```ts\nif (a < b && c) return `<b>`;\n```");
        assertThat(shown.select("pre code.language-ts").text())
                .isEqualTo("if (a < b && c) return `<b>`;");
    }

    @Test
    void code_is_shown_in_the_colours_of_its_language() {
        var shown = shown("```ts\nconst flag = \"green\";\n```");
        assertThat(shown.select("span.hl-word").text()).isEqualTo("const");
        assertThat(shown.select("span.hl-text").text()).isEqualTo("\"green\"");
    }

    @Test
    void alerts_say_what_they_are() {
        var shown = shown("> [!WARNING]\n> Not in a storm.\n\n> [!odd]\n> A quote.");
        assertThat(shown.select(".alert.alert-warning .alert-title").text()).isEqualTo("Warning");
        assertThat(shown.select(".alert").text()).isEqualTo("Warning Not in a storm.");
        assertThat(shown.select("blockquote").text()).isEqualTo("[!odd] A quote.");
    }

    @Test
    void headings_can_be_linked_to_and_cannot_take_our_ids() {
        var shown = shown("# How to `flag`\n\n## search\n\n## search\n\n[up](#how-to-flag)");
        assertThat(shown.select("[id]").eachAttr("id"))
                .containsExactly("readme-how-to-flag", "readme-search", "readme-search-1");
        assertThat(shown.select("a").attr("href")).isEqualTo("#readme-how-to-flag");
    }

    @Test
    void links_are_not_followed_by_search_engines() {
        var shown = shown("https://example.com and [mail](mailto:luca@example.com)");
        assertThat(shown.select("a").eachAttr("rel"))
                .hasSize(2)
                .allMatch(rel -> rel.contains("nofollow") && rel.contains("noopener"))
                .allMatch(rel -> rel.contains("ugc"));
    }

    @Test
    void relative_links_lead_to_the_files_of_this_version() {
        assertThat(href("[x](./usage.md#more)")).isEqualTo("/@luca/flag/1.0.0/docs/usage.md#more");
        assertThat(href("[x](../mod.ts)")).isEqualTo("/@luca/flag/1.0.0/mod.ts");
        assertThat(href("[x](/mod.ts)")).isEqualTo("/@luca/flag/1.0.0/mod.ts");
        assertThat(href("[x](../../../../-/admin)")).isEmpty();
    }

    @Test
    void pictures_of_the_package_are_shown_and_others_become_links() {
        assertThat(shown("![logo](../logo.png)").select("img").attr("src"))
                .isEqualTo("/@luca/flag/1.0.0/logo.png");
        var elsewhere = shown("![logo](https://example.com/logo.png)");
        assertThat(elsewhere.select("img")).isEmpty();
        assertThat(elsewhere.select("a").attr("href")).isEqualTo("https://example.com/logo.png");
        var badge = shown("[![build](https://example.com/b.svg)](https://example.com/ci)");
        assertThat(badge.select("a").eachAttr("href")).containsExactly("https://example.com/ci");
        assertThat(badge.text()).isEqualTo("build");
        var html = shown("<p>a <img src='https://example.com/x.png' alt='badge'></p>");
        assertThat(html.select("img")).isEmpty();
        assertThat(html.text()).isEqualTo("a badge");
    }

    @Test
    void harmless_html_is_kept() {
        var shown =
                shown(
                        "<p align=\"center\"><kbd>⌘</kbd></p>\n\n<details open><summary>More</summary>text</details>");
        assertThat(shown.select("p.to-center kbd").text()).isEqualTo("⌘");
        assertThat(shown.select("details[open] summary").text()).isEqualTo("More");
    }

    @Test
    void deep_nesting_ends() {
        assertThat(shown(">".repeat(100_000) + " flag").text()).contains("flag");
        assertThat(shown("[".repeat(50_000)).text()).contains("[[[");
        assertThat(shown("flag\n\n" + "<div>".repeat(50_000)).text()).contains("flag");
    }

    private static String href(String markdown) {
        return shown(markdown).select("a").attr("href");
    }

    private static Element shown(String markdown) {
        return Jsoup.parseBodyFragment(Markdown.html(markdown, LINKS)).body();
    }
}
