package varve.artifacts.graph;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Parsed;
import varve.artifacts.outline.Outline;
import varve.artifacts.tree.Tree;
import varve.contract.publishing.FilePath;

/// What the rest of the workshop needs of a module's syntax; the tree itself is let go of, because
/// it is thirty times as large as the text.
///
/// @param forDeclarations edits after which declarations can be made of the text without inference
/// @param needsInference after those edits, too, only a compiler can tell its types
/// @param needsLowering has syntax that is too new and that the quick printer passes on as it is
record Syntax(
        ModuleInfo info,
        List<Finding> findings,
        List<Edit> forDeclarations,
        boolean needsInference,
        boolean needsLowering,
        Outline outline) {

    /// @param path of the file; null for a module that is none
    static Syntax of(Parsed parsed, @Nullable FilePath path, String text, Language language) {
        var program = parsed.program().path("node");
        var rules = new Rules(text);
        Tree.walk(
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
                language.isTyped() && UnclearReturns.in(program),
                rules.needsLowering(),
                path == null ? Outline.NOTHING : Outline.of(path, text, parsed));
    }

    private static List<Edit> forDeclarations(JsonNode program, String text) {
        return Stream.of(
                        SilentReturns.of(program, text),
                        DefiniteMarks.of(program, text),
                        ModuleMark.of(program, text))
                .flatMap(List::stream)
                .toList();
    }
}
