package varve.artifacts.config;

import static varve.artifacts.Fault.CONFIG_FILE_EXPORTS_INVALID;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.Faulted;
import varve.artifacts.upload.Upload;
import varve.contract.publishing.Contents.Export;

/// The `exports` of a configuration: one text for `.`, or an object of texts.
final class Exports {
    private static final Pattern KEY_CHARACTERS = Pattern.compile("[A-Za-z0-9_/.-]*");
    private static final Pattern DOTS = Pattern.compile("\\.*");

    private Exports() {}

    static List<Export> of(@Nullable JsonNode node) {
        if (node == null) {
            throw invalid("the configuration file has no 'exports'");
        }
        if (node.isString()) {
            return List.of(export(".", node));
        }
        if (!node.isObject() || node.isEmpty()) {
            throw invalid("'exports' must be a string or an object with at least one entry");
        }
        var exports = new ArrayList<Export>();
        for (var entry : node.properties()) {
            exports.add(export(entry.getKey(), entry.getValue()));
        }
        return exports;
    }

    /// Every target must be a file of the upload, in exactly this spelling.
    static void checkTargets(List<Export> exports, Upload upload) {
        for (var export : exports) {
            var path = export.target().substring(1);
            if (upload.file(path).isPresent()) {
                continue;
            }
            var hint =
                    upload.similar(path)
                            .map(other -> "; there is '." + other.text() + "'")
                            .orElse("");
            throw invalid(
                    "export '%s' names '%s', which is not in the package%s"
                            .formatted(export.key(), export.target(), hint));
        }
    }

    private static Export export(String key, JsonNode value) {
        checkKey(key);
        if (!value.isString()) {
            throw invalid("export '" + key + "' must name its file in a string");
        }
        var target = value.asString();
        checkTarget(key, target);
        return new Export(key, target);
    }

    private static void checkKey(String key) {
        if (key.equals(".")) {
            return;
        }
        if (!key.startsWith("./")) {
            throw invalid("export '" + key + "' must be '.' or start with './'");
        }
        if (!KEY_CHARACTERS.matcher(key).matches()) {
            throw invalid("export '" + key + "' may only contain A-Z a-z 0-9 _ / . -");
        }
        for (var segment : key.substring(2).split("/", -1)) {
            if (DOTS.matcher(segment).matches()) {
                throw invalid("export '" + key + "' has a segment that is empty or only dots");
            }
        }
    }

    private static void checkTarget(String key, String target) {
        if (!target.startsWith("./")) {
            throw invalid(
                    "export '%s' names '%s', which must start with './'".formatted(key, target));
        }
        if (target.endsWith("/")) {
            throw invalid(
                    "export '%s' names '%s', which must not end with a slash"
                            .formatted(key, target));
        }
        if (target.indexOf('.', target.lastIndexOf('/') + 1) < 0) {
            throw invalid(
                    "export '%s' names '%s', which must have a file extension"
                            .formatted(key, target));
        }
    }

    private static Faulted invalid(String message) {
        return CONFIG_FILE_EXPORTS_INVALID.with(message);
    }
}
