package varve.artifacts.outline;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Comment;
import varve.artifacts.tree.Tree;
import varve.contract.docs.Doc;
import varve.contract.docs.Spot;
import varve.contract.publishing.FilePath;

/// A module's text with its lines and comments, and the classes in it.
final class Source {
    private final FilePath path;
    private final String text;
    private final NavigableMap<Integer, Integer> lines = new TreeMap<>();
    private final NavigableMap<Integer, Comment> byEnd = new TreeMap<>();
    private final Set<String> plainClasses = new HashSet<>();

    Source(FilePath path, String text, List<Comment> comments, JsonNode program) {
        this.path = path;
        this.text = text;
        int line = 1;
        lines.put(0, line);
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lines.put(i + 1, ++line);
        }
        comments.forEach(comment -> byEnd.put(comment.end(), comment));
        for (var statement : program.path("body")) {
            var declared = statement.path("declaration");
            notePlainClass(declared.isObject() ? declared : statement);
        }
    }

    private void notePlainClass(JsonNode node) {
        if (Tree.is(node, "ClassDeclaration") && !node.path("typeParameters").isObject()) {
            plainClasses.add(Tree.name(node.path("id")));
        }
    }

    /// Whether the module declares a class without type parameters by this name, so that `new` says
    /// what comes of it.
    boolean isPlainClass(String name) {
        return plainClasses.contains(name);
    }

    String text() {
        return text;
    }

    Spot at(int offset) {
        var line = Objects.requireNonNull(lines.floorEntry(offset));
        return new Spot(path.text(), line.getValue(), offset - line.getKey() + 1);
    }

    /// How far a line is indented on which something begins.
    int indent(int offset) {
        int start = Objects.requireNonNull(lines.floorKey(offset));
        int i = start;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i - start;
    }

    /// Comments that lie wholly between two places, in order.
    Iterable<Comment> between(int start, int end) {
        return byEnd.subMap(start, false, end, true).values().stream()
                        .filter(comment -> comment.start() >= start)
                ::iterator;
    }

    /// The documentation comment before a node, with at most gaps and other comments between.
    @Nullable Doc docBefore(JsonNode node) {
        int start = Tree.start(node);
        for (var decorator : Tree.list(node.path("decorators"))) {
            start = Math.min(start, Tree.start(decorator));
        }
        for (var entry = byEnd.floorEntry(start);
                entry != null && isGap(entry.getKey(), start);
                entry = byEnd.floorEntry(start)) {
            var comment = entry.getValue();
            if (isDoc(comment)) {
                return JsDoc.of(comment.value());
            }
            start = comment.start();
        }
        return null;
    }

    /// The documentation of the module: a comment with `@module` before the first statement.
    @Nullable Doc moduleDoc(JsonNode program) {
        var first = program.path("body").path(0);
        int end = first.isObject() ? Tree.start(first) : text.length();
        for (var comment : between(-1, end)) {
            if (isDoc(comment) && comment.value().contains("@module")) {
                var doc = JsDoc.of(comment.value());
                if (doc.has("module")) {
                    return doc;
                }
            }
        }
        return null;
    }

    private static boolean isDoc(Comment comment) {
        return !comment.line() && comment.value().startsWith("*");
    }

    private boolean isGap(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
