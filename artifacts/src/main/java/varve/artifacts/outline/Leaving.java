package varve.artifacts.outline;

import tools.jackson.databind.JsonNode;
import varve.artifacts.outline.Surface.Notes;
import varve.artifacts.tree.Tree;

/// Decides whether a value may stay as it is: its type is plain to see, or follows from names that
/// are looked at themselves. Calls may not, and `new` seldom.
final class Leaving {
    private final Notes notes;

    Leaving(Notes notes) {
        this.notes = notes;
    }

    /// A value that may not stay leads on to all that it mentions, since its type comes from there.
    ///
    /// @param parent what a finding about a function in the value points to
    boolean stays(JsonNode value, JsonNode parent) {
        var stays = leave(value, parent);
        if (!stays) {
            Mentions.in(value).forEach(notes::use);
        }
        return stays;
    }

    private boolean leave(JsonNode value, JsonNode parent) {
        return switch (Tree.type(value)) {
            case "Literal", "ThisExpression", "MetaProperty" -> true;
            case "Identifier" -> {
                notes.use(Tree.name(value));
                yield true;
            }
            case "MemberExpression" -> member(value, parent);
            case "TSAsExpression", "TSTypeAssertion" -> assertion(value, parent);
            case "TSSatisfiesExpression",
                    "TSNonNullExpression",
                    "ParenthesizedExpression",
                    "TSInstantiationExpression" ->
                    leave(value.path("expression"), parent);
            case "UnaryExpression", "AwaitExpression", "UpdateExpression", "SpreadElement" ->
                    leave(value.path("argument"), parent);
            case "BinaryExpression", "LogicalExpression" ->
                    leave(value.path("left"), parent) && leave(value.path("right"), parent);
            case "ConditionalExpression" ->
                    leave(value.path("test"), parent)
                            && leave(value.path("consequent"), parent)
                            && leave(value.path("alternate"), parent);
            case "TemplateLiteral" -> all(value.path("expressions"), parent);
            case "SequenceExpression" -> all(value.path("expressions"), parent);
            case "ArrayExpression" -> all(value.path("elements"), parent);
            case "ObjectExpression" -> all(value.path("properties"), parent);
            case "Property" -> property(value, parent);
            case "ArrowFunctionExpression", "FunctionExpression" -> {
                new FunctionSurface(notes).expression(value, parent);
                yield true;
            }
            case "CallExpression" -> isSymbol(value);
            case "NewExpression" -> isOfPlainClass(value);
            default -> false;
        };
    }

    private boolean member(JsonNode value, JsonNode parent) {
        var dotted = Names.dotted(value);
        if (!dotted.isEmpty()) {
            notes.use(dotted);
            return true;
        }
        return leave(value.path("object"), parent)
                && (!Tree.flag(value, "computed") || leave(value.path("property"), parent));
    }

    private boolean assertion(JsonNode value, JsonNode parent) {
        if (Values.isConst(value)) {
            return leave(value.path("expression"), parent);
        }
        notes.uses(value.path("typeAnnotation"));
        return true;
    }

    /// Methods of objects are not looked into, as in JSR.
    private boolean property(JsonNode value, JsonNode parent) {
        if (Tree.flag(value, "method") || !value.path("kind").asString("init").equals("init")) {
            return true;
        }
        var isPlain = !Tree.flag(value, "computed") || leave(value.path("key"), parent);
        return leave(value.path("value"), value.path("value")) && isPlain;
    }

    private boolean all(JsonNode values, JsonNode parent) {
        var all = true;
        for (var value : values) {
            all &= !value.isObject() || leave(value, parent);
        }
        return all;
    }

    /// As in JSR, only classes of the same module without type parameters say what `new` makes.
    private boolean isOfPlainClass(JsonNode creation) {
        var callee = creation.path("callee");
        var name = Tree.is(callee, "Identifier") ? Tree.name(callee) : "";
        if (!notes.isPlainClass(name) || creation.path("typeArguments").isObject()) {
            return false;
        }
        notes.use(name);
        Mentions.in(creation.path("arguments")).forEach(notes::use);
        return true;
    }

    /// `Symbol("name")` and `Symbol.for("name")` are symbols.
    private static boolean isSymbol(JsonNode call) {
        var callee = Names.dotted(call.path("callee"));
        return callee.equals("Symbol") || callee.equals("Symbol.for");
    }
}
