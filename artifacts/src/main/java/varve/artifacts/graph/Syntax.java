package varve.artifacts.graph;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Parsed;
import varve.artifacts.outline.Outline;
import varve.contract.publishing.FilePath;

/// What the rest of the workshop needs of a module's syntax; the tree itself is let go of, because
/// it is thirty times as large as the text.
///
/// @param forDeclarations edits after which declarations can be made of the text without inference
/// @param needsLowering has syntax that is too new and that the quick printer passes on as it is
record Syntax(
        List<Reference> references,
        List<Finding> findings,
        List<Edit> forDeclarations,
        boolean needsLowering,
        Outline outline) {

    static Syntax of(Parsed parsed, FilePath path, String text, Language language) {
        var program = parsed.program().path("node");
        var imports = new Imports(text, parsed.comments());
        var rules = new Rules(text);
        Nodes.walk(
                program,
                node -> {
                    imports.visit(node);
                    rules.visit(node);
                    return true;
                });
        var leading = Pragmas.leading(parsed.comments(), program);
        rules.visit(leading);
        return new Syntax(
                Stream.concat(imports.found(), Pragmas.references(leading, language))
                        .sorted(Comparator.comparingInt(Reference::start))
                        .toList(),
                rules.found(),
                language.isTyped() ? forDeclarations(program, text) : List.of(),
                rules.needsLowering(),
                Outline.of(path, text, parsed));
    }

    private static List<Edit> forDeclarations(JsonNode program, String text) {
        return Stream.concat(
                        SilentReturns.of(program, text).stream(),
                        DefiniteMarks.of(program, text).stream())
                .toList();
    }
}
