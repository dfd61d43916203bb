package varve.query.pages.source;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;
import varve.query.version.ExactVersions;

/// A version as it was uploaded. Uploads are not kept once their files lie on the shelf, so it is
/// packed anew, as `deno publish` packs: the same files, and the same bytes every time.
@RestController
class TarballEndpoint {
    private final ExactVersions versions;
    private final Blobs blobs;
    private final JsonMapper json;

    TarballEndpoint(ExactVersions versions, Blobs blobs, JsonMapper json) {
        this.versions = versions;
        this.blobs = blobs;
        this.json = json;
    }

    @GetMapping(
            value = "/api/scopes/{scope}/packages/{name}/versions/{version}/tarball",
            produces = "application/gzip")
    void tarball(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            HttpServletResponse response)
            throws IOException {
        var ref = ExactVersions.ref(versions.of(PackageRef.of(scope, name), version));
        var list =
                blobs.bytes(Paths.versionMeta(ref))
                        .orElseThrow(() -> new Refused(new Refusal.VersionNotFound(ref.text())));
        response.setContentType("application/gzip");
        pack(ref, Manifest.read(list, json), response.getOutputStream());
    }

    private void pack(VersionRef ref, Manifest manifest, OutputStream out) throws IOException {
        var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(out), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        for (var path : manifest.manifest().keySet().stream().sorted().toList()) {
            var place = Paths.module(ref, FilePath.of(path));
            try (var blob =
                    blobs.get(place)
                            .orElseThrow(() -> new IOException(place.key() + " is missing"))) {
                var entry = new TarArchiveEntry("." + path);
                entry.setModTime(0);
                entry.setSize(blob.size());
                tar.putArchiveEntry(entry);
                blob.content().transferTo(tar);
                tar.closeArchiveEntry();
            }
        }
        tar.close();
    }
}
