package varve.artifacts.config;

import static varve.artifacts.Fault.INVALID_CONFIG_FILE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import varve.artifacts.Faulted;
import varve.artifacts.upload.Upload;
import varve.contract.publishing.FilePath;

/// What a configuration says for npm clients alone, under the names that `package.json` has for it.
///
/// @param bin modules that npm clients install as commands, by command
/// @param peerDependencies ranges by package; whoever installs the package brings these along
/// @param engines ranges by engine
public record NpmFields(
        SequencedMap<String, FilePath> bin,
        Map<String, String> peerDependencies,
        Map<String, String> engines) {
    private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern PACKAGE =
            Pattern.compile("(?:@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*");
    private static final Pattern RANGE = Pattern.compile("[0-9A-Za-z.^~<>=|*+ -]{1,200}");

    /// @param name of the package, which is the command where only a module is named
    static NpmFields of(JsonNode root, String name, Upload upload) {
        return new NpmFields(
                bin(root.path("bin"), name, upload),
                ranges(root.path("peerDependencies"), "peerDependencies"),
                ranges(root.path("engines"), "engines"));
    }

    private static SequencedMap<String, FilePath> bin(JsonNode node, String name, Upload upload) {
        var commands = new LinkedHashMap<String, FilePath>();
        if (node.isString()) {
            commands.put(name, module(node, upload));
        } else if (node.isObject()) {
            for (var entry : node.properties()) {
                if (!COMMAND.matcher(entry.getKey()).matches()) {
                    throw invalid("'bin' names a command '" + entry.getKey() + "'");
                }
                commands.put(entry.getKey(), module(entry.getValue(), upload));
            }
        } else if (!node.isMissingNode()) {
            throw invalid("'bin' must be a string or an object");
        }
        return commands;
    }

    private static FilePath module(JsonNode node, Upload upload) {
        var target = node.asString("");
        if (!target.startsWith("./")) {
            throw invalid("'bin' must name modules that start with './'");
        }
        return upload.file(target.substring(1))
                .orElseThrow(
                        () -> invalid("'bin' names '" + target + "', which is not in the package"))
                .path();
    }

    private static Map<String, String> ranges(JsonNode node, String field) {
        var ranges = new TreeMap<String, String>();
        if (!node.isObject() && !node.isMissingNode()) {
            throw invalid("'" + field + "' must be an object");
        }
        for (var entry : node.properties()) {
            var range = entry.getValue().asString("");
            if (!PACKAGE.matcher(entry.getKey()).matches() || !RANGE.matcher(range).matches()) {
                throw invalid(
                        "'%s' has an entry '%s' that is no range of versions"
                                .formatted(field, entry.getKey()));
            }
            ranges.put(entry.getKey(), range);
        }
        return ranges;
    }

    private static Faulted invalid(String message) {
        return INVALID_CONFIG_FILE.with(message + " in the configuration file");
    }
}
