package varve.artifacts.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Comment;
import varve.artifacts.graph.Reference.Kind;

/// Collects what the code of a module names; what its comments name is in {@link Pragmas}.
final class Imports {
    private final String text;
    private final Map<Integer, Comment> commentsByEnd = new HashMap<>();
    private final List<Reference> found = new ArrayList<>();

    Imports(String text, List<Comment> comments) {
        this.text = text;
        comments.forEach(comment -> commentsByEnd.put(comment.end(), comment));
    }

    Stream<Reference> found() {
        return found.stream();
    }

    void visit(JsonNode node) {
        switch (Nodes.type(node)) {
            case "ImportDeclaration" -> fromClause(node, "importKind");
            case "ExportAllDeclaration", "ExportNamedDeclaration" -> fromClause(node, "exportKind");
            case "ImportExpression" -> {
                typesBefore(node.path("source"));
                add(Kind.DYNAMIC, node.path("source"), dynamicAttribute(node.path("options")));
            }
            case "TSImportType" -> add(Kind.TYPE, node.path("source"), "");
            default -> {}
        }
    }

    private void fromClause(JsonNode node, String kindField) {
        var isType = node.path(kindField).asString("").equals("type");
        typesBefore(node);
        add(
                isType ? Kind.STATIC_TYPE : Kind.STATIC,
                node.path("source"),
                attribute(node.path("attributes")));
    }

    private void add(Kind kind, JsonNode literal, String attribute) {
        var specifier = value(literal);
        if (specifier != null) {
            int start = Nodes.start(literal) + 1;
            found.add(new Reference(kind, specifier, start, Nodes.end(literal) - 1, attribute));
        }
    }

    /// The value of a string, or of a template without parts to fill in.
    private static @Nullable String value(JsonNode literal) {
        if (Nodes.type(literal).equals("Literal") && literal.path("value").isString()) {
            return literal.path("value").asString();
        }
        var isTemplate = Nodes.type(literal).equals("TemplateLiteral");
        if (isTemplate && literal.path("expressions").isEmpty()) {
            return literal.path("quasis").path(0).path("value").path("cooked").asString("");
        }
        return null;
    }

    private static String attribute(JsonNode attributes) {
        for (var attribute : attributes) {
            if (name(attribute.path("key")).equals("type")) {
                return attribute.path("value").path("value").asString("");
            }
        }
        return "";
    }

    private static String dynamicAttribute(JsonNode options) {
        for (var option : options.path("properties")) {
            if (name(option.path("key")).equals("with")) {
                return attribute(option.path("value").path("properties"));
            }
        }
        return "";
    }

    private static String name(JsonNode key) {
        return key.has("name") ? key.path("name").asString("") : key.path("value").asString("");
    }

    /// `@ts-types` counts in the comment directly before.
    private void typesBefore(JsonNode node) {
        int end = Nodes.start(node);
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        var comment = commentsByEnd.get(end);
        if (comment != null) {
            Pragmas.typesOfNext(comment).ifPresent(found::add);
        }
    }
}
