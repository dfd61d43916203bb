package varve.artifacts.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import varve.artifacts.Tar;
import varve.artifacts.engine.Engine;
import varve.artifacts.upload.Archive;
import varve.contract.publishing.Contents.Export;
import varve.contract.version.VersionRef;

/// Builds graphs of small packages that are called `@luca/flag@1.2.3` and export `/mod.ts` and
/// `/sub.ts`.
final class Graphs implements AutoCloseable {
    private static final VersionRef SELF = VersionRef.of("@luca/flag@1.2.3");

    private final Engine engine = new Engine();

    ModuleGraph of(String mod) throws IOException {
        return of(
                Map.of("/mod.ts", mod, "/sub.ts", "export {};", "/broken.ts", "let = =;"),
                Map.of(
                        "/old.cjs", "module.exports = 1;",
                        "/global.d.ts", "declare global { const flag: 1; }\nexport {};",
                        "/data.json", "{}"));
    }

    ModuleGraph of(Map<String, String> files, Map<String, String> more) throws IOException {
        var all = new LinkedHashMap<>(files);
        all.putAll(more);
        var tar = new Tar();
        all.forEach(tar::uploaded);
        tar.entry("latin.ts", '0', "export const é = 1;".getBytes(StandardCharsets.ISO_8859_1));
        var upload = Archive.read(new ByteArrayInputStream(tar.gzip()));
        var exports = List.of(new Export(".", "./mod.ts"), new Export("./sub", "./sub.ts"));
        return new GraphBuilder(engine, upload, SELF, exports, List.of()).build();
    }

    @Override
    public void close() {
        engine.close();
    }
}
