package varve.artifacts.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import varve.artifacts.Tar;

class ArchiveTest {
    private static final Limits SMALL = new Limits(4000, 2000, 5, 300, 400);

    @Test
    void keeps_files_in_their_order_and_skips_folders() throws IOException {
        var upload =
                read(
                        new Tar()
                                .entry("./", '5', new byte[0])
                                .file("./mod.ts", "export {};")
                                .entry("src/", '5', new byte[0])
                                .file("src/a.ts", "")
                                .file("LICENSE", "MIT")
                                .gzip());

        assertThat(upload.files())
                .extracting(file -> file.path().text())
                .containsExactly("/mod.ts", "/src/a.ts", "/LICENSE");
        var mod = upload.file("/mod.ts").orElseThrow();
        assertThat(mod.bytes()).asString().isEqualTo("export {};");
        assertThat(mod.contentType()).isEqualTo("text/typescript");
        assertThat(mod.sha256()).isEqualTo(Digests.sha256(mod.bytes()));
        assertThat(upload.bytes()).isEqualTo(13);
    }

    @Test
    void reads_gnu_long_names_as_deno_sends_them() throws IOException {
        var path = "./" + "long/".repeat(22) + "mod.ts";
        var upload =
                read(
                        new Tar()
                                .entry(
                                        "././@LongLink",
                                        'L',
                                        (path + "\0").getBytes(StandardCharsets.UTF_8))
                                .file(path.substring(0, 100), "export {};")
                                .gzip());

        assertThat(upload.file(path.substring(1))).isPresent();
    }

    @Test
    void reads_long_names_in_pax_headers() throws IOException {
        var path = "long/".repeat(22) + "mod.ts";
        var upload = read(new Tar().pax("path", path).file("short", "export {};").gzip());

        assertThat(upload.file("/" + path)).isPresent();
    }

    @Test
    void an_empty_archive_is_an_empty_package() throws IOException {
        assertThat(read(new Tar().gzip()).files()).isEmpty();
    }

    private static Upload read(byte[] packed) throws IOException {
        return Archive.read(new ByteArrayInputStream(packed), SMALL);
    }
}
