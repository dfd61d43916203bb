package varve.artifacts.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.config.Configuration;
import varve.artifacts.upload.Upload;

/// The `<version>_meta.json`. Lock files and provenance name the digest of exactly these bytes.
public record VersionMeta(
        Map<String, Checked> manifest,
        Map<String, Map<String, Object>> moduleGraph2,
        Map<String, String> exports) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// By what a client knows that a file arrived whole.
    ///
    /// @param size in bytes
    public record Checked(long size, String checksum) {}

    /// Compact JSON, files and modules sorted by path, the exports in the order of the author.
    public static byte[] of(Upload upload, Configuration configuration, ModuleGraph graph) {
        var manifest = new TreeMap<String, Checked>();
        upload.files()
                .forEach(file ->
                        manifest.put(
                                file.path().text(),
                                new Checked(file.size(), "sha256-" + file.sha256())));
        var exports = new LinkedHashMap<String, String>();
        configuration.exports().forEach(export -> exports.put(export.key(), export.target()));
        return JSON.writeValueAsBytes(new VersionMeta(manifest, modules(graph), exports));
    }

    private static Map<String, Map<String, Object>> modules(ModuleGraph graph) {
        var modules = new TreeMap<String, Map<String, Object>>();
        for (var module : graph.modules()) {
            modules.put(module.path().text(), module.info().json(module.text()));
        }
        return modules;
    }
}
