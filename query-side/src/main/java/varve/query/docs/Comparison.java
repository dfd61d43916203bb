package varve.query.docs;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.docs.Documentation;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;

/// Compares any two versions of a package by what lies on the shelf.
@Component
public class Comparison {

    /// As far as the version's list is compared.
    private record Listed(Map<String, Checked> manifest, Map<String, String> exports) {}

    private record Checked(String checksum) {}

    private final Blobs blobs;
    private final Documents documents;
    private final JsonMapper json;

    Comparison(Blobs blobs, Documents documents, JsonMapper json) {
        this.blobs = blobs;
        this.documents = documents;
        this.json = json;
    }

    /// From the one version to the other.
    ///
    /// @throws Refused when there is no such version
    public Differences of(PackageRef pkg, String before, String after) {
        return Differences.between(side(pkg, before), side(pkg, after));
    }

    private Differences.Side side(PackageRef pkg, String version) {
        var ref = new VersionRef(pkg, VersionNumber.of(version));
        var list =
                blobs.bytes(Paths.versionMeta(ref))
                        .orElseThrow(() -> new Refused(new Refusal.VersionNotFound(ref.text())));
        var listed = json.readValue(list, Listed.class);
        var files = new TreeMap<String, String>();
        listed.manifest().forEach((path, checked) -> files.put(path, checked.checksum()));
        var documentation = documents.of(ref).orElseGet(Documentation::none);
        return new Differences.Side(version, files, listed.exports(), documentation);
    }
}
