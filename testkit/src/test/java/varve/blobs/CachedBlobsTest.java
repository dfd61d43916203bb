package varve.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

class CachedBlobsTest extends BlobsContract {
    private final MemoryBlobs far = new MemoryBlobs();
    private final Blobs shelf = new CachedBlobs(far, 1 << 20);

    @Override
    Blobs shelf() {
        return shelf;
    }

    @Test
    void what_never_changes_is_fetched_once() {
        shelf.put(MODULE, bytes("export {}"), null);
        assertThat(shelf.bytes(MODULE)).isPresent();
        far.remove(MODULE);
        assertThat(shelf.bytes(MODULE)).hasValue(bytes("export {}"));
    }

    @Test
    void what_is_missing_is_looked_for_again() {
        assertThat(shelf.bytes(MODULE)).isEmpty();
        far.put(MODULE, bytes("there now"), null);
        assertThat(shelf.bytes(MODULE)).hasValue(bytes("there now"));
    }

    @Test
    void readers_never_see_an_older_list_than_the_last_one_written() throws InterruptedException {
        var written = new AtomicInteger();
        shelf.put(LIST, bytes("0"), null);
        var reader =
                Thread.ofVirtual()
                        .start(() -> {
                            while (written.get() < 2_000) {
                                shelf.bytes(LIST);
                            }
                        });
        for (int i = 1; i <= 2_000; i++) {
            shelf.put(LIST, bytes(String.valueOf(i)), null);
            assertThat(shelf.bytes(LIST)).hasValue(bytes(String.valueOf(i)));
            written.set(i);
        }
        reader.join();
    }

    @Test
    void what_another_node_took_away_is_gone_here_as_soon_as_that_is_said() {
        shelf.put(MODULE, bytes("export {}"), null);
        assertThat(shelf.bytes(MODULE)).isPresent();
        far.remove(MODULE);
        shelf.forget(MODULE);
        assertThat(shelf.bytes(MODULE)).isEmpty();
    }

    @Test
    void all_that_another_node_took_away_of_a_version_is_gone_here() {
        var gone =
                List.of(
                        MODULE,
                        Paths.module(LUCA_FLAG, FilePath.of("/mod.ts")),
                        Paths.versionMeta(LUCA_FLAG),
                        Paths.npmTarball(LUCA_FLAG),
                        Paths.tarball(LUCA_FLAG),
                        Paths.documentation(LUCA_FLAG),
                        Paths.attestations(LUCA_FLAG));
        var next = VersionRef.of("@luca/flag@1.0.0-beta");
        var stays = List.of(Paths.module(next, FilePath.of("/mod.ts")), Paths.versionMeta(next));
        for (var place : Stream.concat(gone.stream(), stays.stream()).toList()) {
            far.put(place, bytes("export {}"), null);
            assertThat(shelf.bytes(place)).isPresent();
            far.remove(place);
            assertThat(shelf.bytes(place)).isPresent();
        }

        Paths.forget(shelf, LUCA_FLAG);

        assertThat(gone).allSatisfy(place -> assertThat(shelf.bytes(place)).isEmpty());
        assertThat(stays).allSatisfy(place -> assertThat(shelf.bytes(place)).isPresent());
    }
}
