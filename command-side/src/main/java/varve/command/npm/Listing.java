package varve.command.npm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Packuments;
import varve.blobs.Paths;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;

/// What clients are told of a package at this moment. They send it back changed, and the difference
/// is what they wish for.
///
/// @param deprecations every version with what installers are told, empty for nothing
record Listing(String revision, Map<String, String> deprecations) {
    /// @throws Refused when the client's changes are based on something older
    void checkRevision(PackageRef pkg, String held) {
        if (!held.equals(revision)) {
            throw new Refused(new Refusal.OutdatedRevision(pkg.text()));
        }
    }

    /// Where they are read: on the shelf, like the clients do.
    @Component
    static class Shelf {
        private final Blobs blobs;
        private final JsonMapper json;

        Shelf(Blobs blobs, JsonMapper json) {
            this.blobs = blobs;
            this.json = json;
        }

        /// @throws Refused when there is no such package
        Listing of(PackageRef pkg) {
            return of(pkg.text());
        }

        /// @param name as npm clients know the package
        Listing of(String name) {
            var bytes =
                    Packuments.own(blobs, name, Paths.Form.FULL)
                            .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(name)));
            var packument = json.readTree(bytes);
            var deprecations = new LinkedHashMap<String, String>();
            packument
                    .path("versions")
                    .forEachEntry((version, manifest) ->
                            deprecations.put(version, manifest.path("deprecated").asString("")));
            return new Listing(packument.path("_rev").asString(""), deprecations);
        }
    }
}
