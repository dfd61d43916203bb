package varve.query.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.Refused;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;

/// What the shelf says about modules: the same lists that programs read.
@Component
public class LandShelf {
    /// @param latest absent while nothing is published
    public record Versions(@Nullable String latest, List<String> versions) {}

    /// @param size in bytes
    public record File(String path, long size) {}

    private final Blobs blobs;
    private final JsonMapper json;

    LandShelf(Blobs blobs, JsonMapper json) {
        this.blobs = blobs;
        this.json = json;
    }

    /// The versions of a module; none when there is no such module.
    public Versions versions(String module) {
        try {
            return blobs.bytes(Paths.landVersions(ModuleName.of(module)))
                    .map(json::readTree)
                    .map(LandShelf::read)
                    .orElse(new Versions(null, List.of()));
        } catch (Refused _) {
            return new Versions(null, List.of());
        }
    }

    /// The files of a version, in order; none when there is no such version.
    public List<File> files(String module, String version) {
        Optional<byte[]> meta;
        try {
            meta = blobs.bytes(Paths.landMeta(ModuleVersion.of(module + "@" + version)));
        } catch (Refused _) {
            return List.of();
        }
        var files = new ArrayList<File>();
        meta.map(json::readTree)
                .ifPresent(tree ->
                        tree.path("directory_listing")
                                .forEach(entry -> {
                                    if (entry.path("type").asString("").equals("file")) {
                                        files.add(
                                                new File(
                                                        entry.path("path").asString(""),
                                                        entry.path("size").asLong(0)));
                                    }
                                }));
        return files;
    }

    private static Versions read(JsonNode tree) {
        var versions = new ArrayList<String>();
        tree.path("versions").forEach(version -> versions.add(version.asString("")));
        var latest = tree.path("latest");
        return new Versions(latest.isString() ? latest.asString() : null, versions);
    }
}
