package varve.artifacts.outline;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import varve.artifacts.outline.Surface.Notes;
import varve.artifacts.tree.Tree;

/// Reads the surface of classes. Private members have no types outside.
final class ClassSurface {
    private final Notes notes;
    private final FunctionSurface functions;

    ClassSurface(Notes notes) {
        this.notes = notes;
        this.functions = new FunctionSurface(notes);
    }

    void read(JsonNode node) {
        notes.uses(node.path("typeParameters"));
        notes.uses(node.path("superTypeArguments"));
        notes.uses(node.path("superTypeParameters"));
        notes.uses(node.path("implements"));
        var parent = node.path("superClass");
        if (parent.isObject()) {
            var name = Names.dotted(parent);
            notes.use(name);
            if (name.isEmpty() && !Tree.is(parent, "Literal")) {
                Mentions.in(parent).forEach(notes::use);
                notes.slow(
                        "unsupported-super-class-expr",
                        "super class expression was too complex",
                        parent);
            }
        }
        var members = node.path("body").path("body");
        var overloaded = overloaded(members);
        for (var member : members) {
            if (!isPrivate(member) && !(hasBody(member) && overloaded.contains(name(member)))) {
                member(member);
            }
        }
    }

    private void member(JsonNode member) {
        switch (Tree.type(member)) {
            case "MethodDefinition", "TSAbstractMethodDefinition" -> {
                var kind = member.path("kind").asString("");
                if (kind.equals("constructor")) {
                    functions.parameters(member.path("value"));
                } else {
                    functions.method(member.path("value"), member.path("key"), kind);
                }
            }
            case "PropertyDefinition",
                    "TSAbstractPropertyDefinition",
                    "AccessorProperty",
                    "TSAbstractAccessorProperty" -> {
                var type = Tree.annotation(member);
                if (type.isObject()) {
                    notes.uses(type);
                } else if (!new Leaving(notes).stays(member.path("value"), member.path("key"))) {
                    notes.missingType(member.path("key"));
                }
            }
            case "TSIndexSignature" -> notes.uses(member);
            default -> {}
        }
    }

    private static boolean isPrivate(JsonNode member) {
        return member.path("accessibility").asString("").equals("private")
                || Tree.is(member.path("key"), "PrivateIdentifier");
    }

    private static boolean hasBody(JsonNode member) {
        return member.path("value").path("body").isObject();
    }

    private static String name(JsonNode member) {
        return Tree.name(member.path("key"));
    }

    private static Set<String> overloaded(JsonNode members) {
        var names = new HashSet<String>();
        for (var member : members) {
            if (Tree.is(member, "MethodDefinition")
                    && Tree.is(member.path("value"), "TSEmptyBodyFunctionExpression")) {
                names.add(name(member));
            }
        }
        return names;
    }
}
