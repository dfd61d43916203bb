package varve.artifacts.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;
import varve.contract.docs.Code;

/// The types of values for which one look is enough.
final class Values {
    private Values() {}

    /// @return null when it takes more than a look
    static @Nullable Code type(JsonNode value, Signatures signatures) {
        return switch (Tree.type(value)) {
            case "Literal" -> literal(value);
            case "TemplateLiteral" -> Code.plain("string");
            case "ArrowFunctionExpression", "FunctionExpression" ->
                    signatures.function(Code.plain(""), value, true);
            case "TSAsExpression", "TSTypeAssertion" ->
                    isConst(value)
                            ? null
                            : signatures.writer().node(value.path("typeAnnotation")).code();
            case "TSSatisfiesExpression", "ParenthesizedExpression", "TSNonNullExpression" ->
                    type(value.path("expression"), signatures);
            case "NewExpression" -> created(value, signatures);
            case "UnaryExpression" ->
                    switch (value.path("operator").asString("")) {
                        case "!" -> Code.plain("boolean");
                        case "-", "+", "~" -> type(value.path("argument"), signatures);
                        case "typeof" -> Code.plain("string");
                        default -> null;
                    };
            default -> null;
        };
    }

    private static Code literal(JsonNode value) {
        if (value.has("regex")) {
            return Code.plain("RegExp");
        }
        if (value.has("bigint")) {
            return Code.plain("bigint");
        }
        var plain = value.path("value");
        return Code.plain(
                plain.isString()
                        ? "string"
                        : plain.isNumber() ? "number" : plain.isBoolean() ? "boolean" : "null");
    }

    static boolean isConst(JsonNode value) {
        var type = value.path("typeAnnotation");
        return Tree.is(type, "TSTypeReference") && Tree.name(type.path("typeName")).equals("const");
    }

    /// `new Map<A, B>()` says its type, `new Map()` only in part.
    private static @Nullable Code created(JsonNode value, Signatures signatures) {
        var callee = value.path("callee");
        if (!Tree.is(callee, "Identifier")) {
            return null;
        }
        var out = signatures.writer();
        var name = Tree.name(callee);
        out.piece(
                Tree.start(callee),
                Tree.end(callee),
                List.of(new Names.Name(name, Tree.start(callee), Tree.end(callee))));
        return out.node(value.path("typeArguments")).code();
    }
}
