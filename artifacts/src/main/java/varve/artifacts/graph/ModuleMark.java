package varve.artifacts.graph;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;

/// The `export {}` for a file that neither imports nor exports. TypeScript takes such a file for a
/// script, whose declarations are everybody's; in a package every file is a module.
final class ModuleMark {
    private ModuleMark() {}

    static List<Edit> of(JsonNode program, String text) {
        int end = text.length();
        return StreamSupport.stream(program.path("body").spliterator(), false)
                        .map(Tree::type)
                        .anyMatch(type -> type.startsWith("Import") || type.startsWith("Export"))
                ? List.of()
                : List.of(new Edit(end, end, "\nexport {};\n"));
    }
}
