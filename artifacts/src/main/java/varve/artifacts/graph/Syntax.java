package varve.artifacts.graph;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import varve.artifacts.engine.Parsed;

/// What the rest of the workshop needs of a module's syntax; the tree itself is let go of, because
/// it is thirty times as large as the text.
///
/// @param returns edits that write down which functions return nothing
/// @param needsLowering has syntax that is too new and that the quick printer passes on as it is
record Syntax(
        List<Reference> references,
        List<Finding> findings,
        List<Edit> returns,
        boolean needsLowering) {

    static Syntax of(Parsed parsed, String text, Language language) {
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
                language.isTyped() ? SilentReturns.of(program, text) : List.of(),
                rules.needsLowering());
    }
}
