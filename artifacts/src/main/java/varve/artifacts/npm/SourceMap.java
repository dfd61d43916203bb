package varve.artifacts.npm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.engine.Printed;

/// A source map, version 3, without the source's text: that lies in the package too.
record SourceMap(
        int version, String file, List<String> sources, List<String> names, String mappings) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param place of the generated file
    /// @param source of the file it was made of
    static byte[] of(Printed printed, String place, String source) {
        var relative = Relative.path(place, source);
        var map =
                new SourceMap(
                        3,
                        place.substring(place.lastIndexOf('/') + 1),
                        List.of(relative.startsWith("./") ? relative.substring(2) : relative),
                        printed.names(),
                        printed.mappings());
        return JSON.writeValueAsBytes(map);
    }

    /// The generated text with its last line, which names the map beside it.
    static byte[] withLink(String code, String place) {
        var name = place.substring(place.lastIndexOf('/') + 1);
        var gap = code.isEmpty() || code.endsWith("\n") ? "" : "\n";
        return (code + gap + "//# sourceMappingURL=" + name + ".map\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
