package varve.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearBlobsTest extends BlobsContract {
    private static final byte[] LARGE = new byte[3 << 20];
    private static final Place LARGE_TARBALL = Paths.npmTarball(LUCA_FLAG);

    private final MemoryBlobs far = new MemoryBlobs();
    @TempDir private Path folder;
    private Blobs shelf;

    @BeforeEach
    void openOnAFolderThatWasUsedBefore() throws IOException {
        Arrays.fill(LARGE, (byte) 7);
        Files.writeString(folder.resolve("left-over"), "of another time");
        shelf = new NearBlobs(far, folder, 8 << 20);
    }

    @Override
    Blobs shelf() {
        return shelf;
    }

    @Test
    void what_somebody_read_whole_is_a_file_from_then_on() throws IOException {
        far.put(MODULE, LARGE, "text/typescript");
        assertThat(shelf.bytes(MODULE)).hasValue(LARGE);
        far.remove(MODULE);
        try (var near = shelf.get(MODULE).orElseThrow()) {
            assertThat(near.file()).hasBinaryContent(LARGE);
            assertThat(near.content().readAllBytes()).isEqualTo(LARGE);
            assertThat(near.contentType()).isEqualTo("text/typescript");
        }
    }

    @Test
    void half_a_reading_leaves_nothing() throws IOException {
        far.put(MODULE, LARGE, null);
        try (var cut = shelf.get(MODULE).orElseThrow()) {
            assertThat(cut.content().readNBytes(1 << 20)).hasSize(1 << 20);
        }
        assertThat(folder).isEmptyDirectory();
        assertThat(shelf.bytes(MODULE)).hasValue(LARGE);
    }

    @Test
    void what_was_removed_is_gone_also_for_one_who_is_reading_it() throws IOException {
        far.put(MODULE, LARGE, null);
        try (var reading = shelf.get(MODULE).orElseThrow()) {
            shelf.remove(MODULE);
            assertThat(reading.content().readAllBytes()).isEqualTo(LARGE);
        }
        assertThat(shelf.get(MODULE)).isEmpty();
    }

    @Test
    void more_than_there_is_room_for_is_not_kept() {
        for (int i = 0; i < 8; i++) {
            var place = new Place(Bucket.NPM, "@luca/flag/" + i, Place.Keeping.FOR_EVER);
            far.put(place, LARGE, null);
            assertThat(shelf.bytes(place)).hasValue(LARGE);
        }
        eventually(
                Duration.ofSeconds(30),
                () -> assertThat(folder.toFile().listFiles()).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void all_that_another_node_took_away_below_a_folder_is_gone_here() {
        far.put(MODULE, LARGE, null);
        far.put(LARGE_TARBALL, LARGE, null);
        for (var place : List.of(MODULE, LARGE_TARBALL)) {
            assertThat(shelf.bytes(place)).hasValue(LARGE);
            far.remove(place);
            assertThat(shelf.bytes(place)).hasValue(LARGE);
        }

        shelf.forgetBelow(Bucket.MODULES, "@luca/flag/1.0.0/");

        assertThat(shelf.bytes(MODULE)).isEmpty();
        assertThat(shelf.bytes(LARGE_TARBALL)).hasValue(LARGE);
    }
}
