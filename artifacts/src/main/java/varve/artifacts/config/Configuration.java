package varve.artifacts.config;

import static varve.artifacts.Fault.CONFIG_FILE_NAME_MISMATCH;
import static varve.artifacts.Fault.CONFIG_FILE_VERSION_MISMATCH;
import static varve.artifacts.Fault.INVALID_CONFIG_FILE;
import static varve.artifacts.Fault.MISSING_CONFIG_FILE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.Faulted;
import varve.artifacts.Order;
import varve.artifacts.upload.Upload;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.Contents;
import varve.contract.version.VersionNumber;

/// What the author configured: `deno.json` or `jsr.json`, with or without comments.
///
/// @param exports entry points in the author's order
/// @param license as found in the file or in a licence text
/// @param npm what it says for npm clients alone
public record Configuration(List<Contents.Export> exports, String license, NpmFields npm) {

    public Configuration {
        exports = List.copyOf(exports);
    }

    /// Reads the configuration that the order names; checks in JSR's order, the first fault wins.
    ///
    /// @throws Faulted when it is not there, not readable, or not about the version ordered
    public static Configuration of(Upload upload, Order order) {
        var path = order.config();
        var file =
                upload.file(path)
                        .orElseThrow(() ->
                                MISSING_CONFIG_FILE.with(
                                        "there is no configuration file at '%s'"
                                                .formatted(path.text())));
        var root = Jsonc.object(file);
        checkName(root, order);
        checkVersion(root, order);
        var exports = Exports.of(root.get("exports"));
        var license = Licence.of(text(root, "license"), upload);
        Exports.checkTargets(exports, upload);
        var npm = NpmFields.of(root, order.ref().pkg().name().text(), upload);
        return new Configuration(exports, license, npm);
    }

    private static void checkName(JsonNode root, Order order) {
        var name = text(root, "name");
        if (name == null) {
            throw INVALID_CONFIG_FILE.with("the configuration file has no 'name'");
        }
        var wanted = order.ref().pkg();
        if (!pkg(name).equals(wanted)) {
            throw CONFIG_FILE_NAME_MISMATCH.with(
                    "the configuration file is for '%s', the upload is for '%s'"
                            .formatted(name, wanted.text()));
        }
    }

    private static void checkVersion(JsonNode root, Order order) {
        var version = text(root, "version");
        var wanted = order.ref().version();
        if (version != null && !number(version).equals(wanted)) {
            throw CONFIG_FILE_VERSION_MISMATCH.with(
                    "the configuration file is for version '%s', the upload is for '%s'"
                            .formatted(version, wanted.text()));
        }
    }

    private static PackageRef pkg(String name) {
        try {
            var pkg = PackageRef.of(name);
            pkg.requirePlain();
            return pkg;
        } catch (Refused _) {
            throw INVALID_CONFIG_FILE.with("'" + name + "' is not a package name");
        }
    }

    private static VersionNumber number(String version) {
        try {
            return VersionNumber.of(version);
        } catch (Refused _) {
            throw INVALID_CONFIG_FILE.with("'" + version + "' is not a version");
        }
    }

    private static @Nullable String text(JsonNode root, String field) {
        var node = root.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw INVALID_CONFIG_FILE.with(
                    "'" + field + "' in the configuration file must be a string");
        }
        return node.asString();
    }
}
