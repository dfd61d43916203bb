package varve.artifacts.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Comment;
import varve.artifacts.tree.Tree;

/// What comments name: TypeScript's triple-slash directives, and the pragmas of Deno and JSX.
final class Pragmas {
    private static final Pattern DIRECTIVE = pattern("^/\\s*<reference\\s.*?/>");
    private static final Pattern PATH = pattern("\\spath\\s*=\\s*(?<name>[\"'][^\"']*[\"'])");
    private static final Pattern TYPES = pattern("\\stypes\\s*=\\s*(?<name>[\"'][^\"']*[\"'])");
    private static final Pattern MODE =
            pattern("\\sresolution-mode\\s*=\\s*[\"'](import|require)[\"']");
    private static final Pattern TYPES_OF_NEXT =
            pattern("^\\s*@(?:ts|deno)-types\\s*=\\s*(?<name>[\"'][^\"']+[\"'])");
    private static final Pattern BARE_TYPES_OF_NEXT =
            pattern("^\\s*@deno-types\\s*=\\s*(?<name>\\S+)");
    private static final Pattern SELF_TYPES =
            pattern("^\\s*@ts-self-types\\s*=\\s*(?<name>[\"'][^\"']+[\"'])");
    private static final Pattern JSX_SOURCE = pattern("^[\\s*]*@jsxImportSource\\s+(?<name>\\S+)");
    private static final Pattern JSX_TYPES =
            pattern("^[\\s*]*@jsxImportSourceTypes\\s+(?<name>\\S+)");
    private static final Pattern SOURCE_MAP =
            pattern("^[#@]\\s*sourceMappingURL\\s*=\\s*(?<name>\\S+)");

    private Pragmas() {}

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /// The comments before the first statement.
    static List<Comment> leading(List<Comment> comments, JsonNode program) {
        var first = program.path("body").path(0);
        int end = first.isObject() ? Tree.start(first) : Integer.MAX_VALUE;
        return comments.stream().filter(comment -> comment.start() < end).toList();
    }

    /// All that the comments of a module name, apart from the types of single imports.
    static List<Pragma> of(List<Comment> comments, JsonNode program, Language language) {
        var found = new ArrayList<Pragma>();
        for (var comment : leading(comments, program)) {
            directive(comment, found);
            if (language.isScript()) {
                once(Pragma.Kind.SELF_TYPES, SELF_TYPES, comment, found);
            }
            if (language.hasJsx() && !comment.line()) {
                once(Pragma.Kind.JSX_SOURCE, JSX_SOURCE, comment, found);
                once(Pragma.Kind.JSX_TYPES, JSX_TYPES, comment, found);
            }
        }
        if (language.isScript()) {
            found.addAll(JsDocImports.of(comments));
        }
        sourceMap(comments, program, found);
        return List.copyOf(found);
    }

    /// Where a comment says that the types of what follows are.
    static @Nullable Named typesOfNext(Comment comment) {
        var quoted = named(TYPES_OF_NEXT, comment);
        return quoted == null ? named(BARE_TYPES_OF_NEXT, comment) : quoted;
    }

    private static void directive(Comment comment, List<Pragma> found) {
        if (!comment.line() || !DIRECTIVE.matcher(comment.value()).find()) {
            return;
        }
        var path = named(PATH, comment);
        if (path != null) {
            found.add(new Pragma(Pragma.Kind.PATH, path, ""));
            return;
        }
        var types = named(TYPES, comment);
        if (types != null) {
            var mode = MODE.matcher(comment.value());
            found.add(new Pragma(Pragma.Kind.TYPES, types, mode.find() ? mode.group(1) : ""));
        }
    }

    /// The first of its kind counts.
    private static void once(
            Pragma.Kind kind, Pattern pattern, Comment comment, List<Pragma> found) {
        var named = named(pattern, comment);
        if (named != null && found.stream().noneMatch(one -> one.kind() == kind)) {
            found.add(new Pragma(kind, named, ""));
        }
    }

    /// The last of those after all code.
    private static void sourceMap(List<Comment> comments, JsonNode program, List<Pragma> found) {
        var body = program.path("body");
        if (body.isEmpty()) {
            return;
        }
        int end = Tree.end(body.path(body.size() - 1));
        for (var comment : comments.reversed()) {
            var named = comment.start() < end ? null : named(SOURCE_MAP, comment);
            if (named != null) {
                found.add(new Pragma(Pragma.Kind.SOURCE_MAP, named, ""));
                return;
            }
        }
    }

    private static @Nullable Named named(Pattern pattern, Comment comment) {
        var matcher = pattern.matcher(comment.value());
        if (!matcher.find()) {
            return null;
        }
        var text = matcher.group("name");
        int start = comment.valueStart() + matcher.start("name");
        int end = comment.valueStart() + matcher.end("name");
        var isQuoted = text.startsWith("\"") || text.startsWith("'");
        return isQuoted
                ? new Named(text.substring(1, text.length() - 1), start, end, true)
                : new Named(text, start, end, false);
    }
}
