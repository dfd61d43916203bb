package varve.artifacts.npm;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.Printed;
import varve.artifacts.graph.Edit;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.graph.Reference;
import varve.artifacts.graph.References;
import varve.artifacts.graph.SourceModule;

/// Lays declarations down under `/_dist/`, with specifiers that are right from there.
final class DeclarationFiles {
    private final ModuleGraph graph;
    private final Engine engine;
    private final Layout layout;
    private final Wording wording;

    DeclarationFiles(ModuleGraph graph, Engine engine, Layout layout, Wording wording) {
        this.graph = graph;
        this.engine = engine;
        this.layout = layout;
        this.wording = wording;
    }

    void write(SourceModule module, Printed printed, PackageFiles files) {
        var place = layout.declarations(module);
        var edits = new ArrayList<Edit>();
        for (var reference : References.of(engine.parse(place, printed.code()), printed.code())) {
            var text = text(module, reference, place);
            if (text != null) {
                edits.add(new Edit(reference.start(), reference.end(), text));
            }
        }
        var code = Edit.apply(printed.code(), edits);
        files.put(place, SourceMap.withLink(code, place));
        files.put(place + ".map", SourceMap.of(printed, place, module.path().text()));
    }

    private @Nullable String text(SourceModule module, Reference reference, String place) {
        var said = wording.inDeclarations(module, reference.specifier(), place);
        if (said != null || !reference.specifier().startsWith(".")) {
            return said;
        }
        return References.sibling(graph, module, reference.specifier())
                .map(path -> wording.inDeclarations(path, place))
                .orElse(null);
    }
}
