package varve.acceptance.docs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Tarball;
import varve.artifacts.docs.Librarian;
import varve.artifacts.docs.SlowTypes;
import varve.artifacts.engine.Engine;
import varve.artifacts.graph.GraphBuilder;
import varve.artifacts.upload.Archive;
import varve.contract.docs.Documentation;
import varve.contract.publishing.Contents.Export;
import varve.contract.version.VersionRef;

/// A package on disk, looked at by the workshop.
record Studied(List<Export> exports, Documentation documentation) {
    private static final JsonMapper JSON = new JsonMapper();

    /// As `deno publish` rewrites what a workspace resolves.
    private static final Pattern BARE =
            Pattern.compile("([\"'])(@std/[a-z0-9-]+)((?:/[^\"']*)?)\\1");

    static Studied of(Path folder, Engine engine) {
        try {
            var config = JSON.readTree(Files.readString(folder.resolve("deno.json")));
            var exports = new ArrayList<Export>();
            var given = config.path("exports");
            if (given.isString()) {
                exports.add(new Export(".", given.asString()));
            }
            given.properties()
                    .forEach(each ->
                            exports.add(new Export(each.getKey(), each.getValue().asString())));
            var name = config.path("name").asString() + "@" + config.path("version").asString();
            var upload = Archive.read(new ByteArrayInputStream(Tarball.of("./", files(folder))));
            var graph = new GraphBuilder(engine, upload, VersionRef.of(name), exports).build();
            var entries = exports.stream().map(export -> export.file()).toList();
            var slow = SlowTypes.of(graph, entries);
            return new Studied(exports, Librarian.document(graph, exports, slow));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LinkedHashMap<String, String> files(Path folder) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Studied::isSource).sorted().toList()) {
                var text = Files.readString(file, StandardCharsets.UTF_8);
                files.put(
                        folder.relativize(file).toString(),
                        BARE.matcher(text).replaceAll("$1jsr:$2@^1$3$1"));
            }
        }
        return files;
    }

    private static boolean isSource(Path file) {
        var name = file.getFileName().toString();
        return name.matches(".*\\.(ts|tsx|js|mjs|mts|json)")
                && !name.matches(".*_(test|bench)\\.ts")
                && !file.toString().contains("testdata");
    }
}
