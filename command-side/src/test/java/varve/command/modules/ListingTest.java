package varve.command.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    private static final String OBJECT = "ab".repeat(20);

    @Test
    void files_and_folders_stand_in_the_order_of_people() throws Flaw {
        var listing =
                Listing.of(
                        tree(
                                file("LICENSE", 4),
                                file("README.md", 5),
                                file("mod.ts", 78),
                                file("mod_test.ts", 18),
                                folder("subproject"),
                                file("subproject/README.md", 3),
                                file("subproject/mod.ts", 17)));
        assertThat(listing.entries())
                .extracting(Listing.Entry::path)
                .containsExactly(
                        "",
                        "/LICENSE",
                        "/mod_test.ts",
                        "/mod.ts",
                        "/README.md",
                        "/subproject",
                        "/subproject/mod.ts",
                        "/subproject/README.md");
    }

    @Test
    void a_folder_is_as_large_as_all_that_is_in_it() throws Flaw {
        var listing =
                Listing.of(
                        tree(
                                folder("foo"),
                                file("foo/a.ts", 3),
                                folder("foo/deep"),
                                file("foo/deep/b.ts", 4),
                                folder("foo_bar"),
                                file("foo_bar/c.ts", 10)));
        assertThat(listing.entries())
                .filteredOn(entry -> !entry.isFile())
                .extracting(entry -> entry.path() + "=" + entry.size())
                .containsExactlyInAnyOrder("=17", "/foo=7", "/foo/deep=4", "/foo_bar=10");
        assertThat(listing.totalSize()).isEqualTo(17);
    }

    @Test
    void links_are_left_out_and_submodules_are_empty_folders() throws Flaw {
        var listing =
                Listing.of(
                        tree(
                                "120000 blob " + OBJECT + "      11\tlink",
                                "160000 commit " + OBJECT + "       -\tvendor",
                                file("mod.ts", 1)));
        assertThat(listing.entries())
                .extracting(entry -> entry.type() + " " + entry.path())
                .containsExactly("dir ", "file /mod.ts", "dir /vendor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\b.ts", "a\nb.ts", "a\u0001.ts", "../etc", "a//b", "./a"})
    void what_cannot_be_served_is_named(String path) {
        assertThatThrownBy(() -> Listing.of(tree(file(path, 1))))
                .isInstanceOf(Flaw.class)
                .hasMessageStartingWith("Module contains a file whose name cannot be served: ");
    }

    @Test
    void names_of_no_known_characters_are_refused() {
        var tree = tree(file("a?.ts", 1));
        for (int i = 0; i < tree.length; i++) {
            tree[i] = tree[i] == '?' ? (byte) 0xff : tree[i];
        }
        assertThatThrownBy(() -> Listing.of(tree)).isInstanceOf(Flaw.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/mod.ts, application/typescript; charset=utf-8",
        "/view.tsx, application/typescript; charset=utf-8",
        "/view.jsx, application/javascript; charset=utf-8",
        "/mod.js, application/javascript",
        "/.github/ci.yml, text/yaml",
        "/README.md, text/markdown"
    })
    void files_have_the_types_that_deno_land_gave_them(String path, String type) {
        assertThat(ContentTypes.of(path)).isEqualTo(type);
    }

    private static byte[] tree(String... entries) {
        return (String.join("\0", entries) + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private static String file(String path, int size) {
        return "100644 blob %s %7d\t%s".formatted(OBJECT, size, path);
    }

    private static String folder(String path) {
        return "040000 tree %s       -\t%s".formatted(OBJECT, path);
    }
}
