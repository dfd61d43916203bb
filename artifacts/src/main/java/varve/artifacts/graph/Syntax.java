package varve.artifacts.graph;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Parsed;

/// What the rest of the workshop needs of a module's syntax; the tree itself is let go of, because
/// it is thirty times as large as the text.
///
/// @param forDeclarations edits after which declarations can be made of the text without inference
/// @param needsLowering has syntax that is too new and that the quick printer passes on as it is
record Syntax(
        ModuleInfo info,
        List<Finding> findings,
        List<Edit> forDeclarations,
        boolean needsLowering) {

    static Syntax of(Parsed parsed, String text, Language language) {
        var program = parsed.program().path("node");
        var rules = new Rules(text);
        Nodes.walk(
                program,
                node -> {
                    rules.visit(node);
                    return true;
                });
        rules.visit(Pragmas.leading(parsed.comments(), program));
        return new Syntax(
                ModuleInfo.of(parsed, text, language),
                rules.found(),
                language.isTyped() ? forDeclarations(program, text) : List.of(),
                rules.needsLowering());
    }

    private static List<Edit> forDeclarations(JsonNode program, String text) {
        return Stream.concat(
                        SilentReturns.of(program, text).stream(),
                        DefiniteMarks.of(program, text).stream())
                .toList();
    }
}
