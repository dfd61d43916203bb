package varve.artifacts.npm;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import varve.artifacts.graph.Edit;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.graph.Reference;
import varve.artifacts.graph.References;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.npm.Declared.Declaration;

/// Lays declarations down under `/_dist/`, with specifiers that are right from there.
final class DeclarationFiles {
    private final ModuleGraph graph;
    private final Layout layout;
    private final Wording wording;

    DeclarationFiles(ModuleGraph graph, Layout layout, Wording wording) {
        this.graph = graph;
        this.layout = layout;
        this.wording = wording;
    }

    void write(SourceModule module, Declaration declaration, PackageFiles files) {
        var printed = declaration.printed();
        var place = layout.declarations(module);
        var edits = new ArrayList<Edit>();
        for (var reference : declaration.references()) {
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
        var specifier = reference.specifier();
        return References.types(graph, module, specifier)
                .map(path -> wording.inDeclarations(path, place))
                .orElseGet(() -> wording.inDeclarations(module, specifier, place));
    }
}
