package varve.artifacts.graph;

import static varve.artifacts.Fault.BANNED_IMPORT_ASSERTION;
import static varve.artifacts.Fault.BANNED_TRIPLE_SLASH_DIRECTIVES;
import static varve.artifacts.Fault.COMMON_JS;
import static varve.artifacts.Fault.GLOBAL_TYPE_AUGMENTATION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import varve.artifacts.Fault;
import varve.artifacts.engine.Comment;
import varve.artifacts.tree.Tree;

/// What the parser lets pass and a registry must not: code that changes the types of programs it is
/// imported into, or that is no ECMAScript module.
final class Rules {
    private static final Pattern BANNED_REFERENCE =
            Pattern.compile(
                    "^/\\s*<reference\\s+(no-default-lib|lib)\\s*="
                            + "\\s*[\"'][^\"']*[\"']\\s*/>\\s*$");

    private final String text;
    private final List<Finding> found = new ArrayList<>();
    private boolean needsLowering;

    Rules(String text) {
        this.text = text;
    }

    List<Finding> found() {
        return found.stream().sorted(Comparator.comparingInt(Finding::at)).toList();
    }

    /// Decorators, `accessor` and `using` are more than the engines of today understand.
    boolean needsLowering() {
        return needsLowering;
    }

    void visit(JsonNode node) {
        switch (Tree.type(node)) {
            case "ImportDeclaration", "ExportAllDeclaration", "ExportNamedDeclaration" ->
                    assertion(node);
            case "TSImportEqualsDeclaration" -> require(node);
            case "TSModuleDeclaration" -> augmentation(node);
            case "TSNamespaceExportDeclaration" ->
                    add(GLOBAL_TYPE_AUGMENTATION, "'export as namespace' is not allowed", node);
            case "TSExportAssignment" ->
                    add(GLOBAL_TYPE_AUGMENTATION, "'export =' is not allowed", node);
            case "Decorator", "AccessorProperty" -> needsLowering = true;
            case "VariableDeclaration" ->
                    needsLowering |= node.path("kind").asString("").endsWith("using");
            default -> {}
        }
    }

    void visit(List<Comment> leading) {
        for (var comment : leading) {
            if (comment.line() && BANNED_REFERENCE.matcher(comment.value()).find()) {
                found.add(
                        new Finding(
                                BANNED_TRIPLE_SLASH_DIRECTIVES,
                                "triple-slash directives that change the type environment are"
                                        + " not allowed",
                                comment.start()));
            }
        }
    }

    private void require(JsonNode node) {
        if (Tree.type(node.path("moduleReference")).equals("TSExternalModuleReference")) {
            add(COMMON_JS, "'import … = require(…)' is not allowed; use 'import'", node);
        }
    }

    private void augmentation(JsonNode node) {
        var isGlobal = node.path("kind").asString("").equals("global");
        var isModule = Tree.type(node.path("id")).equals("Literal");
        if (isGlobal || isModule) {
            var what = isGlobal ? "'declare global'" : "'declare module \"…\"'";
            add(GLOBAL_TYPE_AUGMENTATION, what + " is not allowed", node);
        }
    }

    private void assertion(JsonNode node) {
        if (node.path("attributes").isEmpty()) {
            return;
        }
        var between =
                text.substring(
                        Tree.end(node.path("source")), Tree.start(node.path("attributes").path(0)));
        if (between.stripLeading().startsWith("assert")) {
            add(BANNED_IMPORT_ASSERTION, "import assertions are not allowed; use 'with'", node);
        }
    }

    private void add(Fault fault, String message, JsonNode node) {
        found.add(new Finding(fault, message, Tree.start(node)));
    }
}
