package varve.artifacts.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;
import varve.contract.docs.Code;

/// Writes signatures out of pieces of the source: without comments, indented from the margin, with
/// the names that may lead somewhere marked.
final class Writer {
    private final Source source;
    private final Set<String> bound;
    private final StringBuilder out = new StringBuilder();
    private final List<Code.Link> links = new ArrayList<>();

    /// @param bound names of type parameters around, which lead nowhere
    Writer(Source source, Set<String> bound) {
        this.source = source;
        this.bound = bound;
    }

    Code code() {
        links.sort(Comparator.comparingInt(Code.Link::start));
        return new Code(out.toString(), links);
    }

    int length() {
        return out.length();
    }

    Writer text(String literal) {
        out.append(literal);
        return this;
    }

    Writer code(Code code) {
        int base = out.length();
        out.append(code.text());
        code.links()
                .forEach(link ->
                        links.add(
                                new Code.Link(base + link.start(), base + link.end(), link.to())));
        return this;
    }

    /// A node as it stands in the source.
    Writer node(JsonNode node) {
        return node.isObject() ? piece(Tree.start(node), Tree.end(node), Names.in(node)) : this;
    }

    /// A node, with a word in front if there is a node.
    Writer node(String before, JsonNode node) {
        return node.isObject() ? text(before).node(node) : this;
    }

    /// Nodes in a row.
    Writer nodes(String before, JsonNode nodes) {
        var separator = before;
        for (var node : nodes) {
            text(separator).node(node);
            separator = ", ";
        }
        return this;
    }

    Writer piece(int start, int end, List<Names.Name> names) {
        var places = copy(start, end);
        for (var name : names) {
            int from = places[name.start() - start];
            int to = places[name.end() - start];
            if (from < to
                    && !bound.contains(name.text())
                    && name.start() >= start
                    && name.end() <= end) {
                links.add(new Code.Link(from, to, name.text()));
            }
        }
        return this;
    }

    /// @return where each unit of the source between the two places came to stand
    private int[] copy(int start, int end) {
        var places = new int[end - start + 1];
        int indent = source.indent(start);
        var comments = source.between(start, end).iterator();
        var comment = comments.hasNext() ? comments.next() : null;
        int i = start;
        while (i < end) {
            if (comment != null && i == comment.start()) {
                for (; i < comment.end(); i++) {
                    places[i - start] = out.length();
                }
                comment = comments.hasNext() ? comments.next() : null;
                continue;
            }
            places[i - start] = out.length();
            char c = source.text().charAt(i++);
            if (c == '\n') {
                endLine();
                for (int n = 0; n < indent && i < end && isSpace(source.text().charAt(i)); n++) {
                    places[i++ - start] = out.length();
                }
            } else if (c != '\r') {
                out.append(c);
            }
        }
        places[end - start] = out.length();
        return places;
    }

    /// Lines that only held a comment leave nothing behind.
    private void endLine() {
        int end = out.length();
        while (end > 0 && isSpace(out.charAt(end - 1))) {
            end--;
        }
        if (end > 0 && out.charAt(end - 1) == '\n') {
            out.setLength(end);
            return;
        }
        out.setLength(end);
        out.append('\n');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
