package varve.artifacts.docs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import varve.artifacts.Tar;
import varve.artifacts.engine.Engine;
import varve.artifacts.graph.GraphBuilder;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.upload.Archive;
import varve.contract.docs.Declaration;
import varve.contract.docs.Documentation;
import varve.contract.publishing.Contents.Export;
import varve.contract.version.VersionRef;

/// Documents small packages that are called `@luca/flag@1.2.3` and export `/mod.ts`, and `/sub.ts`
/// if there is one.
public final class Documents implements AutoCloseable {
    private static final VersionRef SELF = VersionRef.of("@luca/flag@1.2.3");

    private final Engine engine = new Engine();

    public Documentation of(Map<String, String> files) {
        var exports = exports(files);
        return Librarian.document(graph(files), exports, List.of());
    }

    public Documentation of(String mod) {
        return of(Map.of("/mod.ts", mod));
    }

    public ModuleGraph graph(Map<String, String> files) {
        try {
            var upload = Archive.read(new ByteArrayInputStream(Tar.upload(files)));
            return new GraphBuilder(engine, upload, SELF, exports(files)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Export> exports(Map<String, String> files) {
        return Stream.of(new Export(".", "./mod.ts"), new Export("./sub", "./sub.ts"))
                .filter(export -> files.containsKey(export.target().substring(1)))
                .toList();
    }

    /// The first declaration of what the main entry calls so.
    static Declaration find(Documentation documentation, String name) {
        return all(documentation, name).getFirst();
    }

    static List<Declaration> all(Documentation documentation, String name) {
        var entry = documentation.entries().getFirst();
        var symbol =
                entry.exports().stream()
                        .filter(export -> export.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .symbol();
        return documentation.symbols().get(symbol).declarations();
    }

    @Override
    public void close() {
        engine.close();
    }
}
