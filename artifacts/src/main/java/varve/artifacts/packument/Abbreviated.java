package varve.artifacts.packument;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The short form of a packument: what installing needs, and no more.
public final class Abbreviated {
    /// What of a version installing needs (npm's list).
    private static final Set<String> INSTALLING =
            Set.of(
                    "name",
                    "version",
                    "deprecated",
                    "dependencies",
                    "acceptDependencies",
                    "optionalDependencies",
                    "devDependencies",
                    "bundleDependencies",
                    "bundledDependencies",
                    "peerDependencies",
                    "peerDependenciesMeta",
                    "bin",
                    "directories",
                    "dist",
                    "engines",
                    "_hasShrinkwrap",
                    "hasInstallScript",
                    "funding",
                    "cpu",
                    "os",
                    "libc");

    private Abbreviated() {}

    /// `time` is not in npm's list, but clients that ask for the age of a version would fetch the
    /// whole document for it.
    public static ObjectNode of(ObjectNode full) {
        var versions = JsonNodeFactory.instance.objectNode();
        full.path("versions")
                .forEachEntry((version, manifest) -> versions.set(version, version(manifest)));
        return of(full, versions);
    }

    /// @param versions in their short form
    public static ObjectNode of(ObjectNode full, ObjectNode versions) {
        var brief = JsonNodeFactory.instance.objectNode();
        brief.set("name", full.path("name"));
        brief.set("modified", full.path("time").path("modified"));
        brief.set("dist-tags", full.path("dist-tags"));
        brief.set("versions", versions);
        brief.set("time", full.path("time"));
        return brief;
    }

    /// One version in its short form.
    public static ObjectNode version(JsonNode manifest) {
        var kept = JsonNodeFactory.instance.objectNode();
        manifest.forEachEntry((field, value) -> {
            if (INSTALLING.contains(field)) {
                kept.set(field, value);
            }
        });
        return kept;
    }
}
