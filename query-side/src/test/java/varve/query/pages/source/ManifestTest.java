package varve.query.pages.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ManifestTest {
    private final Manifest manifest =
            Manifest.read(
                    """
                    {"manifest":{"/mod.ts":{"size":10,"checksum":"sha256-00"},
                    "/src/a.ts":{"size":1,"checksum":"sha256-01"},
                    "/src/deep/b.ts":{"size":2,"checksum":"sha256-02"},
                    "/README.md":{"size":5,"checksum":"sha256-03"}},
                    "exports":{".":"./mod.ts"},"moduleGraph2":{}}
                    """
                            .getBytes(UTF_8),
                    JsonMapper.shared());

    @Test
    void the_root_lists_folders_before_files() {
        assertThat(manifest.folder("").orElseThrow().items())
                .containsExactly(
                        new Folder.Item("src", "/src", 2, 3),
                        new Folder.Item("README.md", "/README.md", 0, 5),
                        new Folder.Item("mod.ts", "/mod.ts", 0, 10));
    }

    @Test
    void a_folder_is_what_has_files_below_it() {
        assertThat(manifest.folder("/src").orElseThrow().items()).hasSize(2);
        assertThat(manifest.folder("/sr")).isEmpty();
        assertThat(manifest.file("/src")).isEmpty();
        assertThat(manifest.file("/src/deep/b.ts")).contains(new Manifest.Entry(2));
    }
}
