package varve.artifacts.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;
import varve.contract.docs.Code;
import varve.contract.docs.Declaration;
import varve.contract.docs.Doc;
import varve.contract.docs.Member;
import varve.contract.docs.Member.Kind;

/// Reads the parts of classes, interfaces, object types and enums that others may use.
final class Members {
    private static final List<String> MODIFIERS =
            List.of("declare", "static", "override", "abstract", "readonly");

    private final Source source;
    private final Signatures signatures;
    private final List<Member> found = new ArrayList<>();

    Members(Source source, Set<String> bound) {
        this.source = source;
        this.signatures = new Signatures(source, bound);
    }

    List<Member> of(JsonNode members) {
        var overloaded = overloaded(members);
        for (var node : members) {
            var isBehind = hasBody(node) && overloaded.contains(name(node));
            if (isBehind) {
                node.path("value").path("params").forEach(this::declaredByParameter);
            } else if (!isPrivate(node)) {
                read(node);
            }
        }
        return List.copyOf(found);
    }

    private void read(JsonNode node) {
        switch (Tree.type(node)) {
            case "MethodDefinition", "TSAbstractMethodDefinition" -> method(node);
            case "PropertyDefinition",
                    "TSAbstractPropertyDefinition",
                    "AccessorProperty",
                    "TSAbstractAccessorProperty",
                    "TSPropertySignature" ->
                    property(node);
            case "TSMethodSignature" -> function(node, kind(node), node, prefix(node));
            case "TSCallSignatureDeclaration" -> function(node, Kind.CALL, node, "");
            case "TSConstructSignatureDeclaration" -> function(node, Kind.CONSTRUCT, node, "new ");
            case "TSIndexSignature" -> add(node, Kind.INDEX, index(node), List.of());
            case "TSEnumMember" -> add(node, Kind.VARIANT, variant(node), List.of());
            default -> {}
        }
    }

    private void method(JsonNode node) {
        var function = node.path("value");
        var kind = kind(node);
        if (kind == Kind.CONSTRUCTOR) {
            function(node, kind, function, "new ");
            function.path("params").forEach(this::declaredByParameter);
        } else {
            function(node, kind, function, prefix(node));
        }
    }

    private static Kind kind(JsonNode node) {
        return switch (node.path("kind").asString("")) {
            case "constructor" -> Kind.CONSTRUCTOR;
            case "get" -> Kind.GETTER;
            case "set" -> Kind.SETTER;
            default -> Kind.METHOD;
        };
    }

    private String prefix(JsonNode node) {
        var out = new StringBuilder(words(node));
        var kind = kind(node);
        out.append(kind == Kind.GETTER ? "get " : kind == Kind.SETTER ? "set " : "");
        out.append(Tree.flag(node.path("value"), "generator") ? "*" : "");
        return out.append(name(node)).append(Tree.flag(node, "optional") ? "?" : "").toString();
    }

    private void function(JsonNode node, Kind kind, JsonNode function, String before) {
        var doc = source.docBefore(node);
        var code = signatures.function(Code.plain(before), function, false);
        if (kind == Kind.SETTER || kind == Kind.CONSTRUCTOR) {
            code = withoutReturn(code);
        }
        add(node, kind, code, signatures.parameters(function, doc));
    }

    private static Code withoutReturn(Code code) {
        return code.text().endsWith("): void")
                ? new Code(code.text().substring(0, code.text().length() - 6), code.links())
                : code;
    }

    private void property(JsonNode node) {
        add(node, Kind.PROPERTY, variable(words(node) + name(node), node), List.of());
    }

    private Code variable(String name, JsonNode node) {
        var out = signatures.writer().text(name).text(Tree.flag(node, "optional") ? "?" : "");
        var type = Tree.annotation(node);
        if (type.isObject()) {
            return out.text(": ").node(type).code();
        }
        var inferred = Values.type(node.path("value"), signatures);
        return inferred == null ? out.code() : out.text(": ").code(inferred).code();
    }

    /// `constructor(readonly name: string)` declares a property along the way.
    private void declaredByParameter(JsonNode node) {
        if (Tree.is(node, "TSParameterProperty") && !isPrivate(node)) {
            var out = signatures.writer().text(words(node)).code(signatures.parameter(node));
            var inner = node.path("parameter");
            var name = Signatures.name(inner, source);
            add(node, Kind.PROPERTY, name, out.code(), List.of());
        }
    }

    private Code index(JsonNode node) {
        var out = signatures.writer().text(words(node)).text("[");
        var parameter = node.path("parameters").path(0);
        out.text(Tree.name(parameter)).node(": ", Tree.annotation(parameter)).text("]");
        return out.node(": ", Tree.annotation(node)).code();
    }

    private Code variant(JsonNode node) {
        return signatures.writer().text(name(node)).node(" = ", node.path("initializer")).code();
    }

    private void add(JsonNode node, Kind kind, Code code, List<Declaration.Parameter> parameters) {
        add(node, kind, name(node), code, parameters);
    }

    private void add(
            JsonNode node,
            Kind kind,
            String name,
            Code code,
            List<Declaration.Parameter> parameters) {
        var doc = source.docBefore(node);
        if (!Doc.isHidden(doc)) {
            var at = source.at(Tree.start(node));
            found.add(new Member(kind, name, at, doc, code, parameters, modifiers(node)));
        }
    }

    private static String words(JsonNode node) {
        var out = new StringBuilder();
        if (node.path("accessibility").asString("").equals("protected")) {
            out.append("protected ");
        }
        for (var word : MODIFIERS) {
            var isAbstract = word.equals("abstract") && Tree.type(node).startsWith("TSAbstract");
            out.append(Tree.flag(node, word) || isAbstract ? word + " " : "");
        }
        return out.toString().replace("declare ", "").replace("override ", "");
    }

    private static List<String> modifiers(JsonNode node) {
        var words = words(node) + (Tree.flag(node, "optional") ? "optional" : "");
        return words.isBlank() ? List.of() : List.of(words.strip().split(" "));
    }

    private static boolean isPrivate(JsonNode node) {
        return node.path("accessibility").asString("").equals("private")
                || Tree.is(node.path("key"), "PrivateIdentifier");
    }

    private String name(JsonNode node) {
        var key = node.has("key") ? node.path("key") : node.path("id");
        if (!key.isObject()) {
            return "";
        }
        var text = source.text().substring(Tree.start(key), Tree.end(key));
        return Tree.flag(node, "computed") ? "[" + text + "]" : text;
    }

    private static boolean hasBody(JsonNode node) {
        return node.path("value").path("body").isObject();
    }

    /// Names that have signatures apart from the method that does the work.
    private Set<String> overloaded(JsonNode members) {
        var names = new HashSet<String>();
        for (var node : members) {
            if (Tree.is(node.path("value"), "TSEmptyBodyFunctionExpression")
                    && Tree.is(node, "MethodDefinition")) {
                names.add(name(node));
            }
        }
        return names;
    }
}
