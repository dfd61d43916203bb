package varve.projections.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry.Exported;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;

/// What a package exports, by name, as far as it is searched: the first 1,000 names.
@Component
class SymbolNames {
    private static final int MOST = 1_000;
    private static final int LONGEST = 100;

    private final Blobs blobs;
    private final JsonMapper json;

    SymbolNames(Blobs blobs, JsonMapper json) {
        this.blobs = blobs;
        this.json = json;
    }

    /// @param version to look into, absent when there is none
    /// @return empty when there is no documentation
    /// @throws ShelfTrouble when the shelf does not answer
    List<String> of(PackageRef pkg, @Nullable String version) {
        if (version == null) {
            return List.of();
        }
        var place = Paths.documentation(new VersionRef(pkg, VersionNumber.of(version)));
        var found = blobs.bytes(place);
        if (found.isEmpty()) {
            return List.of();
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(found.get()))) {
            return names(json.readValue(in, Documentation.class));
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + place.key(), e);
        }
    }

    private static List<String> names(Documentation documentation) {
        return documentation.entries().stream()
                .flatMap(entry -> entry.exports().stream())
                .map(Exported::name)
                .filter(name -> !name.equals("default") && name.length() <= LONGEST)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
