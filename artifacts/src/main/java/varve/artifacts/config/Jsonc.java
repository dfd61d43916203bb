package varve.artifacts.config;

import static varve.artifacts.Fault.INVALID_CONFIG_FILE;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.StoredFile;

/// JSON as people write it: with comments and commas too many.
final class Jsonc {
    private static final JsonMapper READER =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Jsonc() {}

    static JsonNode object(StoredFile file) {
        var path = file.path().text();
        var text =
                Utf8.text(file.bytes())
                        .orElseThrow(() -> INVALID_CONFIG_FILE.with("'" + path + "' is not UTF-8"));
        var node = read(path, text);
        if (!node.isObject()) {
            throw INVALID_CONFIG_FILE.with("'" + path + "' must contain an object");
        }
        return node;
    }

    private static JsonNode read(String path, String text) {
        try {
            return READER.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw INVALID_CONFIG_FILE.with(
                    "'%s' is not valid JSON: %s at %d:%d"
                            .formatted(
                                    path,
                                    e.getOriginalMessage(),
                                    at == null ? 0 : at.getLineNr(),
                                    at == null ? 0 : at.getColumnNr()));
        }
    }
}
