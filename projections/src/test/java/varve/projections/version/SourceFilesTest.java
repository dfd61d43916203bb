package varve.projections.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import varve.blobs.Bucket;
import varve.blobs.MemoryBlobs;
import varve.blobs.Paths;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

class SourceFilesTest {
    private static final VersionRef FLAG = VersionRef.of("@luca/flag@1.0.0");

    @Test
    void nothing_of_a_deleted_version_stays_on_the_shelf() {
        var shelf = new MemoryBlobs();
        var bytes = "{\"manifest\":{\"/mod.ts\":{}}}".getBytes(StandardCharsets.UTF_8);
        var places =
                List.of(
                        Paths.module(FLAG, FilePath.of("/mod.ts")),
                        Paths.npmTarball(FLAG),
                        Paths.documentation(FLAG),
                        Paths.attestations(FLAG),
                        Paths.versionMeta(FLAG));
        places.forEach(place -> shelf.put(place, bytes, null));

        new SourceFiles(shelf).remove(FLAG);

        assertThat(List.of(Bucket.values()))
                .allSatisfy(bucket -> assertThat(shelf.keys(bucket)).isEmpty());
    }
}
