package varve.projections.version;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;
import varve.eventlog.EventJson;

/// The files of a version from sources. The list of them goes last, so that work cut short is found
/// and done again.
@Component
public class SourceFiles {
    private final Blobs blobs;

    SourceFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /// Takes away what staff has deleted. Its npm tarball, its documentation and what is attested
    /// of it go too.
    public void remove(VersionRef ref) {
        var meta = blobs.bytes(Paths.versionMeta(ref));
        if (meta.isEmpty()) {
            return;
        }
        for (var path : paths(meta.get())) {
            blobs.remove(Paths.module(ref, FilePath.of(path)));
        }
        blobs.remove(Paths.npmTarball(ref));
        blobs.remove(Paths.documentation(ref));
        blobs.remove(Paths.attestations(ref));
        blobs.remove(Paths.versionMeta(ref));
    }

    private static Iterable<String> paths(byte[] meta) {
        try {
            return EventJson.mapper().readTree(meta).path("manifest").propertyNames();
        } catch (JacksonException e) {
            throw new IllegalStateException("a version's list cannot be read", e);
        }
    }
}
