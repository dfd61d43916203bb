package varve.artifacts.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// A module that is written out in its own address: `data:text/javascript,export default 1`.
///
/// @param name that stands for it where an extension decides the language
record DataModule(String name, String text) {

    /// Empty when it holds no code, or nothing that can be read.
    static Optional<DataModule> of(String specifier) {
        int comma = specifier.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        var head = specifier.substring("data:".length(), comma).toLowerCase(Locale.ROOT);
        var extension = extension(head.split(";", 2)[0].strip());
        if (extension.isEmpty()) {
            return Optional.empty();
        }
        var body = Specifiers.unescaped(specifier.substring(comma + 1));
        if (!head.endsWith(";base64")) {
            return Optional.of(new DataModule("data." + extension, body));
        }
        return decoded(body).map(text -> new DataModule("data." + extension, text));
    }

    private static Optional<String> decoded(String body) {
        try {
            var bytes = Base64.getMimeDecoder().decode(body);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String extension(String type) {
        return switch (type) {
            case "text/javascript",
                    "application/javascript",
                    "text/ecmascript",
                    "application/ecmascript",
                    "application/x-javascript",
                    "application/node" ->
                    "js";
            case "text/typescript",
                    "application/typescript",
                    "application/x-typescript",
                    "video/mp2t",
                    "video/vnd.dlna.mpeg-tts" ->
                    "ts";
            case "text/jsx" -> "jsx";
            case "text/tsx" -> "tsx";
            default -> "";
        };
    }
}
