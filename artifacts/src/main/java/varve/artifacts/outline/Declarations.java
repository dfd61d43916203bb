package varve.artifacts.outline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.outline.Outline.Declared;
import varve.artifacts.tree.Tree;
import varve.contract.docs.Code;
import varve.contract.docs.Declaration;
import varve.contract.docs.Declaration.Kind;
import varve.contract.docs.Doc;
import varve.contract.docs.Member;

/// Reads one declaring statement.
final class Declarations {
    private static final int SHORT = 60;

    private final Source source;
    private final Set<Declared> bodiless = Collections.newSetFromMap(new IdentityHashMap<>());

    Declarations(Source source) {
        this.source = source;
    }

    /// Whether it is a function without a body, and not one that was only declared to exist.
    boolean isBodiless(Declared function) {
        return bodiless.contains(function);
    }

    List<Declared> of(JsonNode node, @Nullable Doc doc) {
        return switch (Tree.type(node)) {
            case "FunctionDeclaration", "TSDeclareFunction" -> List.of(function(node, doc));
            case "ClassDeclaration" -> List.of(type(node, doc));
            case "TSInterfaceDeclaration" -> List.of(face(node, doc));
            case "TSTypeAliasDeclaration" -> List.of(alias(node, doc));
            case "TSEnumDeclaration" -> List.of(variants(node, doc));
            case "VariableDeclaration" -> variables(node, doc);
            case "TSModuleDeclaration" -> namespace(node, doc);
            default -> List.of();
        };
    }

    static boolean isExpression(JsonNode node) {
        var type = Tree.type(node);
        return type.endsWith("Expression") || type.endsWith("Literal");
    }

    private Declared function(JsonNode node, @Nullable Doc doc) {
        var signatures = new Signatures(source, bound(node));
        var head =
                (Tree.flag(node, "async") ? "async function" : "function")
                        + (Tree.flag(node, "generator") ? "* " : " ")
                        + (node.path("id").isObject() ? Tree.name(node.path("id")) : "");
        var found =
                declared(
                        node,
                        new Declaration(
                                Kind.FUNCTION,
                                source.at(Tree.start(node)),
                                doc,
                                signatures.function(Code.plain(head), node, false),
                                signatures.parameters(node, doc),
                                signatures.returns(node),
                                List.of(),
                                List.of()));
        if (Tree.is(node, "TSDeclareFunction") && !Tree.flag(node, "declare")) {
            bodiless.add(found);
        }
        return found;
    }

    private Declared type(JsonNode node, @Nullable Doc doc) {
        var bound = bound(node);
        var out = new Writer(source, bound);
        out.text(Tree.flag(node, "abstract") ? "abstract class" : "class");
        out.text(node.path("id").isObject() ? " " + Tree.name(node.path("id")) : "");
        out.node(node.path("typeParameters"));
        var parent = Names.dotted(node.path("superClass"));
        if (!parent.isEmpty()) {
            var found = new ArrayList<Names.Name>();
            Names.add(found, node.path("superClass"));
            out.text(" extends ");
            out.piece(
                    Tree.start(node.path("superClass")), Tree.end(node.path("superClass")), found);
            out.node(node.path("superTypeArguments")).node(node.path("superTypeParameters"));
        }
        out.nodes(" implements ", node.path("implements"));
        var members = new Members(source, bound).of(node.path("body").path("body"));
        return declared(node, plain(Kind.CLASS, node, doc, out.code(), members));
    }

    private Declared face(JsonNode node, @Nullable Doc doc) {
        var bound = bound(node);
        var out = new Writer(source, bound).text("interface " + Tree.name(node.path("id")));
        out.node(node.path("typeParameters")).nodes(" extends ", node.path("extends"));
        var members = new Members(source, bound).of(node.path("body").path("body"));
        return declared(node, plain(Kind.INTERFACE, node, doc, out.code(), members));
    }

    private Declared alias(JsonNode node, @Nullable Doc doc) {
        var bound = bound(node);
        var type = node.path("typeAnnotation");
        var out = new Writer(source, bound).text("type " + Tree.name(node.path("id")));
        out.node(node.path("typeParameters")).node(" = ", type);
        var members =
                Tree.is(type, "TSTypeLiteral")
                        ? new Members(source, bound).of(type.path("members"))
                        : List.<Member>of();
        return declared(node, plain(Kind.TYPE_ALIAS, node, doc, out.code(), members));
    }

    private Declared variants(JsonNode node, @Nullable Doc doc) {
        var name = Tree.name(node.path("id"));
        var head = (Tree.flag(node, "const") ? "const enum " : "enum ") + name;
        var members = new Members(source, Set.of()).of(node.path("body").path("members"));
        return declared(node, plain(Kind.ENUM, node, doc, Code.plain(head), members));
    }

    private List<Declared> variables(JsonNode node, @Nullable Doc doc) {
        var found = new ArrayList<Declared>();
        var word = node.path("kind").asString("const");
        for (var each : node.path("declarations")) {
            var own = source.docBefore(each);
            var said = own == null ? doc : own;
            if (Tree.is(each.path("id"), "Identifier")) {
                found.add(variable(word, each, said));
            } else {
                Patterns.names(each.path("id"))
                        .forEach(name -> found.add(unpacked(word, each.path("id"), name, said)));
            }
        }
        return found;
    }

    private Declared variable(String word, JsonNode node, @Nullable Doc doc) {
        var signatures = new Signatures(source, Set.of());
        var name = Tree.name(node.path("id"));
        var out = signatures.writer().text(word + " " + name);
        var type = Tree.annotation(node.path("id"));
        var value = node.path("init");
        var inferred = Values.type(value, signatures);
        if (type.isObject()) {
            out.node(": ", type);
        } else if (Tree.is(value, "Literal") && Tree.end(value) - Tree.start(value) <= SHORT) {
            out.node(" = ", value);
        } else if (inferred != null) {
            out.text(": ").code(inferred);
        }
        var isFunction = Tree.type(value).endsWith("FunctionExpression");
        return new Declared(
                name,
                new Declaration(
                        Kind.VARIABLE,
                        source.at(Tree.start(node)),
                        doc,
                        out.code(),
                        isFunction ? signatures.parameters(value, doc) : List.of(),
                        isFunction ? signatures.returns(value) : null,
                        List.of(),
                        List.of()),
                Surfaces.of(node, source),
                List.of(),
                List.of());
    }

    private Declared unpacked(String word, JsonNode pattern, JsonNode name, @Nullable Doc doc) {
        var code = Code.plain(word + " " + Tree.name(name));
        var plain = plain(Kind.VARIABLE, name, doc, code, List.of());
        var surface = Surfaces.ofPattern(pattern, source);
        return new Declared(Tree.name(name), plain, surface, List.of(), List.of());
    }

    /// `export default 1 + 1;`
    Declared value(JsonNode node, JsonNode statement, @Nullable Doc doc) {
        var signatures = new Signatures(source, Set.of());
        var type = Values.type(node, signatures);
        var out = signatures.writer().text("default");
        var code = type == null ? out.code() : out.text(": ").code(type).code();
        var plain = plain(Kind.VARIABLE, node, doc, code, List.of());
        return new Declared(
                "default", plain, Surfaces.ofValue(node, statement, source), List.of(), List.of());
    }

    private List<Declared> namespace(JsonNode node, @Nullable Doc doc) {
        return Namespaces.of(node, doc, source);
    }

    private Declaration plain(
            Kind kind, JsonNode node, @Nullable Doc doc, Code code, List<Member> members) {
        var at = source.at(Tree.start(node));
        return new Declaration(kind, at, doc, code, List.of(), null, members, List.of());
    }

    private Declared declared(JsonNode node, Declaration declaration) {
        var id = node.path("id");
        var name = id.isObject() ? Tree.name(id) : "default";
        return new Declared(name, declaration, Surfaces.of(node, source), List.of(), List.of());
    }

    private static Set<String> bound(JsonNode node) {
        var names = new HashSet<String>();
        for (var each : node.path("typeParameters").path("params")) {
            names.add(Tree.name(each.path("name")));
        }
        return names;
    }
}
