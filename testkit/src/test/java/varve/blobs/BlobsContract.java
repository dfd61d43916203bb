package varve.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.blobs.Place.Keeping.FOR_EVER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// What every shelf promises.
abstract class BlobsContract {
    static final VersionRef LUCA_FLAG = VersionRef.of("@luca/flag@1.0.0");
    static final Place MODULE = Paths.module(LUCA_FLAG, FilePath.of("/src/[id]/{a}~$(b).ts"));
    static final Place LIST = Paths.packageMeta(PackageRef.of("@luca/flag"));

    abstract Blobs shelf();

    @Test
    void what_was_put_can_be_got_with_its_type_and_a_validator() throws IOException {
        shelf().put(MODULE, bytes("export {}"), "text/typescript");
        try (var blob = shelf().get(MODULE).orElseThrow()) {
            assertThat(new String(blob.content().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("export {}");
            assertThat(blob.size()).isEqualTo(9);
            assertThat(blob.contentType()).isEqualTo("text/typescript");
            assertThat(blob.etag()).matches("\"[^\"]+\"");
        }
    }

    @Test
    void nothing_is_where_nothing_was_put() {
        assertThat(shelf().get(Paths.packageMeta(PackageRef.of("@luca/nothing")))).isEmpty();
    }

    @Test
    void a_list_that_was_written_again_reads_as_written_last() {
        for (int i = 0; i < 20; i++) {
            shelf().put(LIST, bytes("revision " + i), "application/json");
            assertThat(shelf().bytes(LIST)).hasValue(bytes("revision " + i));
        }
    }

    @Test
    void a_file_is_put_like_bytes_and_an_unknown_type_stays_unknown(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("upload");
        Files.write(file, new byte[3 << 20]);
        shelf().put(MODULE, file, null);
        try (var blob = shelf().get(MODULE).orElseThrow()) {
            assertThat(blob.content().readAllBytes()).hasSize(3 << 20);
            assertThat(blob.contentType()).isNull();
        }
    }

    @Test
    void what_was_removed_is_gone_and_removing_it_again_does_no_harm() {
        shelf().put(MODULE, bytes("x"), null);
        shelf().remove(MODULE);
        shelf().remove(MODULE);
        assertThat(shelf().get(MODULE)).isEmpty();
    }

    @Test
    void everything_that_lies_in_a_bucket_is_named() {
        for (int i = 0; i < 1_005; i++) {
            shelf().put(
                            new Place(Bucket.LAND, "flags/%d/mod.ts".formatted(i), FOR_EVER),
                            bytes("x"),
                            null);
        }
        var named = new TreeSet<String>();
        shelf().list(Bucket.LAND, named::add);
        assertThat(named).hasSize(1_005).contains("flags/0/mod.ts", "flags/1004/mod.ts");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
