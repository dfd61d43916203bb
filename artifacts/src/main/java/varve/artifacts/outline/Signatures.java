package varve.artifacts.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Bodies;
import varve.artifacts.tree.Tree;
import varve.contract.docs.Code;
import varve.contract.docs.Declaration.Parameter;
import varve.contract.docs.Doc;

/// Writes what is in front of and behind the brackets of a function, and what is in them.
final class Signatures {
    private static final int WIDE = 80;

    private final Source source;
    private final Set<String> bound;

    Signatures(Source source, Set<String> bound) {
        this.source = source;
        this.bound = bound;
    }

    Writer writer() {
        return new Writer(source, bound);
    }

    /// @param head all that stands before the brackets
    /// @param arrow whether the return type stands behind an arrow instead of a colon
    Code function(Code head, JsonNode function, boolean arrow) {
        var flat = function(head, function, arrow, false);
        return flat.text().length() <= WIDE || function.path("params").isEmpty()
                ? flat
                : function(head, function, arrow, true);
    }

    private Code function(Code head, JsonNode function, boolean arrow, boolean tall) {
        var out = writer().code(head);
        out.node("", function.path("typeParameters")).text("(");
        var separator = tall ? "\n  " : "";
        for (var node : function.path("params")) {
            out.text(separator);
            out.code(tall ? indented(parameter(node)) : parameter(node));
            separator = tall ? ",\n  " : ", ";
        }
        out.text(tall ? ",\n)" : ")");
        var returns = returns(function);
        return (returns == null ? out : out.text(arrow ? " => " : ": ").code(returns)).code();
    }

    private Code indented(Code code) {
        if (code.text().indexOf('\n') < 0) {
            return code;
        }
        var links =
                code.links().stream()
                        .map(link -> {
                            int by = 2 * lines(code.text().substring(0, link.start()));
                            return new Code.Link(link.start() + by, link.end() + by, link.to());
                        })
                        .toList();
        return new Code(code.text().replace("\n", "\n  "), links);
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /// `name?: Type`, whatever the author made of it.
    Code parameter(JsonNode node) {
        var out = writer().text(name(node, source));
        var type = type(node);
        out.text(isOptional(node) && !Tree.is(node, "RestElement") ? "?" : "");
        return (type == null ? out : out.text(": ").code(type)).code();
    }

    List<Parameter> parameters(JsonNode function, @Nullable Doc doc) {
        var parameters = new ArrayList<Parameter>();
        var tags = doc == null ? List.<Doc.Tag>of() : doc.all("param").toList();
        int place = 0;
        for (var node : function.path("params")) {
            var name = name(node, source);
            if (name.equals("this")) {
                continue;
            }
            var text = doc == null ? "" : doc.ofParameter(name.replace("...", ""));
            if (text.isEmpty() && name.startsWith("{") && place < tags.size()) {
                text = tags.get(place).text();
            }
            parameters.add(new Parameter(name, type(node), isOptional(node), text));
            place++;
        }
        return parameters;
    }

    /// The return type: as written, or nothing where a look at the body shows that.
    @Nullable Code returns(JsonNode function) {
        var written = function.path("returnType").path("typeAnnotation");
        if (written.isObject()) {
            return writer().node(written).code();
        }
        if (Tree.flag(function, "generator") || !Bodies.isSilent(function)) {
            return null;
        }
        return Code.plain(Tree.flag(function, "async") ? "Promise<void>" : "void");
    }

    private static JsonNode inner(JsonNode node) {
        var at = Tree.is(node, "TSParameterProperty") ? node.path("parameter") : node;
        return Tree.is(at, "AssignmentPattern") ? at.path("left") : at;
    }

    private static boolean isOptional(JsonNode node) {
        var at = Tree.is(node, "TSParameterProperty") ? node.path("parameter") : node;
        return Tree.is(at, "AssignmentPattern") || Tree.flag(at, "optional");
    }

    private @Nullable Code type(JsonNode node) {
        var written = Tree.annotation(inner(node));
        if (written.isObject()) {
            return writer().node(written).code();
        }
        var at = Tree.is(node, "TSParameterProperty") ? node.path("parameter") : node;
        return Tree.is(at, "AssignmentPattern") ? Values.type(at.path("right"), this) : null;
    }

    static String name(JsonNode node, Source source) {
        var at = inner(node);
        return switch (Tree.type(at)) {
            case "Identifier" -> Tree.name(at);
            case "RestElement" -> "..." + name(at.path("argument"), source);
            default -> pattern(at, source);
        };
    }

    /// A pattern without its type, on one line.
    private static String pattern(JsonNode node, Source source) {
        var annotation = node.path("typeAnnotation");
        int end = annotation.isObject() ? Tree.start(annotation) : Tree.end(node);
        var text = source.text().substring(Tree.start(node), end).replaceAll("\\s+", " ").strip();
        return text.length() > WIDE / 2 ? (text.startsWith("[") ? "[…]" : "{ … }") : text;
    }
}
