package varve.artifacts.graph;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;

/// The `!` of `flag!: Flag`, which means nothing to a reader of declarations and is an error there.
final class DefiniteMarks {
    private DefiniteMarks() {}

    static List<Edit> of(JsonNode program, String text) {
        var edits = new ArrayList<Edit>();
        Tree.walk(
                program,
                node -> {
                    if (node.path("definite").asBoolean(false)) {
                        add(edits, node, text);
                    }
                    return !Tree.type(node).equals("BlockStatement");
                });
        return List.copyOf(edits);
    }

    /// It stands before the type, with at most a gap between.
    private static void add(List<Edit> edits, JsonNode node, String text) {
        var isProperty = node.has("key");
        int from = isProperty ? Tree.end(node.path("key")) : Tree.start(node.path("id"));
        int mark = text.indexOf('!', from);
        if (mark >= 0 && mark < Tree.end(node)) {
            edits.add(new Edit(mark, mark + 1, ""));
        }
    }
}
