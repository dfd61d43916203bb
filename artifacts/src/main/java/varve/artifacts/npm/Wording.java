package varve.artifacts.npm;

import static varve.artifacts.graph.Reference.Kind.JSX_SOURCE;
import static varve.artifacts.graph.Reference.Kind.JSX_TYPES;
import static varve.artifacts.graph.Reference.Kind.TYPES;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import varve.artifacts.graph.Edit;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.graph.SourceModule.Link;
import varve.artifacts.graph.Target;
import varve.contract.publishing.FilePath;

/// Says what Deno's specifiers say in words that Node.js and TypeScript understand.
final class Wording {
    private static final String JSX_RUNTIME = "/jsx-runtime";
    private static final Pattern TYPES_DIRECTIVE =
            Pattern.compile("(?m)^[ \\t]*///\\s*<reference\\s+types\\s*=[^\\n]*\\n?");

    private final Layout layout;

    Wording(Layout layout) {
        this.layout = layout;
    }

    /// The module's text as it lies in the package, in its own language.
    String source(SourceModule module) {
        return switch (module.language()) {
            case DECLARATIONS -> declarations(module);
            case JAVASCRIPT, JSX ->
                    TYPES_DIRECTIVE
                            .matcher(Edit.apply(module.text(), edits(module)))
                            .replaceAll("");
            case TYPESCRIPT, TSX, COMMON_JS, JSON, ASSET ->
                    Edit.apply(module.text(), edits(module));
        };
    }

    private List<Edit> edits(SourceModule module) {
        var edits = new ArrayList<Edit>();
        for (var link : module.links()) {
            add(edits, link, inCode(module, link));
        }
        return edits;
    }

    private @Nullable String inCode(SourceModule module, Link link) {
        return switch (link.reference().kind()) {
            case STATIC, STATIC_TYPE, DYNAMIC, TYPE -> {
                var specifier = link.reference().specifier();
                yield link.target() instanceof Target.Local(var path)
                        ? script(module.path(), specifier, path)
                        : outer(link.target());
            }
            case JSX_SOURCE, JSX_TYPES, TYPES -> outer(link.target());
            case JSDOC ->
                    link.target() instanceof Target.Local(var path)
                            ? inDeclarations(path, module.path().text())
                            : outer(link.target());
            case PATH, TYPES_OF_NEXT, SELF_TYPES -> null;
        };
    }

    /// Left alone where it is right already.
    private @Nullable String script(FilePath from, String specifier, FilePath target) {
        var script = layout.script(target);
        var isRelative = specifier.startsWith("./") || specifier.startsWith("../");
        return isRelative && script.equals(target.text())
                ? null
                : Relative.path(from.text(), script);
    }

    private String declarations(SourceModule module) {
        var edits = new ArrayList<Edit>();
        for (var link : module.links()) {
            var text =
                    switch (link.reference().kind()) {
                        case STATIC, STATIC_TYPE, DYNAMIC, TYPE ->
                                inDeclarations(
                                        module, link.reference().specifier(), module.path().text());
                        case TYPES -> outer(link.target());
                        case PATH, JSX_SOURCE, JSX_TYPES, JSDOC, TYPES_OF_NEXT, SELF_TYPES -> null;
                    };
            add(edits, link, text);
        }
        return Edit.apply(module.text(), edits);
    }

    /// What a specifier of the module becomes in its declarations.
    ///
    /// @param place of the declaration file
    @Nullable String inDeclarations(SourceModule module, String specifier, String place) {
        var target = module.typesOf(specifier);
        return target instanceof Target.Local(var path)
                ? Relative.path(place, layout.typesAsScript(path))
                : target == null ? null : outer(target);
    }

    /// How a file that no reference names is called in declarations.
    String inDeclarations(FilePath path, String place) {
        return Relative.path(place, layout.typesAsScript(path));
    }

    private static @Nullable String outer(Target target) {
        return switch (target) {
            case Target.Jsr(var pkg, _, var path) -> withPath(pkg.npmName(), path);
            case Target.Npm(var name, _, var path) -> withPath(name, path);
            case Target.Local _, Target.Outside _, Target.Missing _ -> null;
        };
    }

    private static String withPath(String name, String path) {
        return path.isEmpty() ? name : name + "/" + path;
    }

    private static void add(List<Edit> edits, Link link, @Nullable String text) {
        var reference = link.reference();
        if (text == null) {
            return;
        }
        var said =
                reference.kind() == JSX_SOURCE || reference.kind() == JSX_TYPES
                        ? text.substring(0, text.length() - JSX_RUNTIME.length())
                        : reference.kind() == TYPES ? typesPackage(text) : text;
        if (!said.equals(reference.specifier())) {
            edits.add(new Edit(reference.start(), reference.end(), said));
        }
    }

    /// In a directive TypeScript wants the name without `@types/`.
    private static String typesPackage(String name) {
        return name.startsWith("@types/") ? name.substring("@types/".length()) : name;
    }
}
