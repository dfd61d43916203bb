package varve.command.npm;

import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.version.VersionRef;

/// What a client says of the version it publishes, and what of that is kept.
record Manifest(ObjectNode fields) {
    /// Said by the registry itself, or of no use to anyone who installs.
    private static final Set<String> NOT_KEPT =
            Set.of(
                    "dist",
                    "readme",
                    "maintainers",
                    "deprecated",
                    "_id",
                    "_npmUser",
                    "_from",
                    "_resolved",
                    "_integrity",
                    "integrity",
                    "shasum",
                    "_attachments",
                    "_hasShrinkwrap",
                    "hasInstallScript");

    private static final int LARGEST = 1 << 20;
    private static final List<String> INSTALLING = List.of("preinstall", "install", "postinstall");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /// @throws Refused when it speaks of another version than the one it is sent for
    void checkNames(VersionRef ref) {
        if (!fields.path("name").asString("").equals(ref.pkg().text())
                || !fields.path("version").asString("").equals(ref.version().text())) {
            throw new Refused(new Refusal.Malformed("the manifest is not that of " + ref.text()));
        }
    }

    /// @throws Refused when the client promises other bytes than it sent
    void checkBytes(Tarball.Received tarball) {
        var dist = fields.path("dist");
        var sha1 = dist.path("shasum").asString("");
        if (!sha1.isEmpty() && !sha1.equalsIgnoreCase(tarball.sha1())) {
            throw mismatch("'shasum' is not that of the tarball");
        }
        for (var one : dist.path("integrity").asString("").strip().split("\\s+")) {
            var hash = one.replaceFirst("\\?.*", "");
            if (hash.startsWith("sha512-") && !hash.equals("sha512-" + tarball.sha512())) {
                throw mismatch("'integrity' is not that of the tarball");
            }
        }
    }

    /// The JSON that is kept.
    String kept() {
        var kept = fields.deepCopy();
        kept.remove(NOT_KEPT);
        var text = JSON.writeValueAsString(kept);
        if (text.length() > LARGEST) {
            throw new Refused(
                    new Refusal.Malformed("a manifest has at most " + LARGEST + " characters"));
        }
        return text;
    }

    /// Looks at the manifest inside the tarball, which is what installers run.
    ///
    /// npm says the version without build metadata, and leaves it in the tarball.
    ///
    /// @return whether installing runs a script
    /// @throws Refused when it is that of another version
    static boolean inside(byte[] packageJson, VersionRef ref) {
        var json = parsed(packageJson);
        var version = json.path("version").asString("").strip().replaceFirst("^[v=]+", "");
        if (version.startsWith(ref.version().text() + "+")) {
            version = ref.version().text();
        }
        if (!json.path("name").asString("").equals(ref.pkg().text())
                || !version.equals(ref.version().text())) {
            throw mismatch("the package.json in the tarball is not that of " + ref.text());
        }
        return INSTALLING.stream().anyMatch(json.path("scripts")::has);
    }

    private static JsonNode parsed(byte[] packageJson) {
        try {
            return JSON.readTree(packageJson);
        } catch (JacksonException e) {
            throw mismatch("the package.json in the tarball is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Refused mismatch(String why) {
        return new Refused(new Refusal.TarballMismatch(why));
    }
}
