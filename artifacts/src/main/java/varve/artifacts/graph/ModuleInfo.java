package varve.artifacts.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Parsed;
import varve.artifacts.tree.Tree;

/// What a module names, as an entry of `moduleGraph2` says it. Deno believes it and does not parse
/// the module, so it must be what Deno itself would have found; members that say nothing are left
/// out, as Deno leaves them out.
record ModuleInfo(boolean script, List<Descriptor> dependencies, List<Pragma> pragmas) {

    static ModuleInfo of(Parsed parsed, String text, Language language) {
        var program = parsed.program().path("node");
        return new ModuleInfo(
                isScript(program),
                Descriptors.of(parsed, text),
                Pragmas.of(parsed.comments(), program, language));
    }

    /// Without imports and exports, `import.meta` and top-level `await` a program is a script.
    private static boolean isScript(JsonNode program) {
        for (var statement : program.path("body")) {
            switch (Tree.type(statement)) {
                case "TSImportEqualsDeclaration", "TSExportAssignment" -> {
                    return true;
                }
                case "ExportNamedDeclaration" -> {
                    var declared = Tree.type(statement.path("declaration"));
                    return declared.equals("TSImportEqualsDeclaration");
                }
                case "ImportDeclaration", "ExportAllDeclaration", "ExportDefaultDeclaration" -> {
                    return false;
                }
                default -> {}
            }
        }
        return !ModuleSyntax.isIn(program);
    }

    /// As it is written into JSON.
    Map<String, Object> json(String text) {
        var positions = new Positions(text);
        var json = new LinkedHashMap<String, Object>();
        if (script) {
            json.put("script", true);
        }
        put(json, "dependencies", dependencies.stream().map(one -> one(one, positions)).toList());
        put(json, "tsReferences", references(positions));
        first(json, "selfTypesSpecifier", Pragma.Kind.SELF_TYPES, positions);
        first(json, "jsxImportSource", Pragma.Kind.JSX_SOURCE, positions);
        first(json, "jsxImportSourceTypes", Pragma.Kind.JSX_TYPES, positions);
        put(json, "jsdocImports", all(Pragma.Kind.JSDOC, positions));
        first(json, "sourceMapUrl", Pragma.Kind.SOURCE_MAP, positions);
        return json;
    }

    private static void put(Map<String, Object> json, String name, List<?> values) {
        if (!values.isEmpty()) {
            json.put(name, values);
        }
    }

    private void first(
            Map<String, Object> json, String name, Pragma.Kind kind, Positions positions) {
        all(kind, positions).stream().findFirst().ifPresent(value -> json.put(name, value));
    }

    private List<Map<String, Object>> all(Pragma.Kind kind, Positions positions) {
        return pragmas.stream()
                .filter(pragma -> pragma.kind() == kind)
                .map(pragma -> withMode(named(pragma.named(), positions), pragma))
                .toList();
    }

    private List<Map<String, Object>> references(Positions positions) {
        return pragmas.stream()
                .filter(pragma ->
                        pragma.kind() == Pragma.Kind.PATH || pragma.kind() == Pragma.Kind.TYPES)
                .map(pragma -> {
                    var json = new LinkedHashMap<String, Object>();
                    json.put("type", pragma.kind() == Pragma.Kind.PATH ? "path" : "types");
                    json.putAll(named(pragma.named(), positions));
                    return withMode(json, pragma);
                })
                .toList();
    }

    private static Map<String, Object> withMode(Map<String, Object> json, Pragma pragma) {
        if (!pragma.mode().isEmpty()) {
            json.put("resolutionMode", pragma.mode());
        }
        return json;
    }

    private static Map<String, Object> named(Named named, Positions positions) {
        var json = new LinkedHashMap<String, Object>();
        json.put("text", named.text());
        json.put("range", positions.range(named.start(), named.end()));
        return json;
    }

    private static Map<String, Object> one(Descriptor descriptor, Positions positions) {
        var json = new LinkedHashMap<String, Object>();
        switch (descriptor) {
            case Descriptor.Static found -> {
                json.put("type", "static");
                json.put("kind", found.kind().text);
                types(json, found, positions);
                var specifier = found.specifier();
                json.put("specifier", specifier.text());
                json.put("specifierRange", positions.range(specifier.start(), specifier.end()));
                if (found.sideEffect()) {
                    json.put("sideEffect", true);
                }
            }
            case Descriptor.Dynamic found -> {
                json.put("type", "dynamic");
                if (found.kind() != Descriptor.DynamicKind.IMPORT) {
                    json.put("kind", found.kind().text);
                }
                types(json, found, positions);
                argument(json, found.argument());
                json.put("argumentRange", positions.range(found.start(), found.end()));
            }
        }
        attributes(json, descriptor.attributes());
        return json;
    }

    private static void types(
            Map<String, Object> json, Descriptor descriptor, Positions positions) {
        var types = descriptor.types();
        if (types != null) {
            json.put("typesSpecifier", named(types, positions));
        }
    }

    private static void argument(Map<String, Object> json, Descriptor.Argument argument) {
        switch (argument) {
            case Descriptor.Argument.Plain(var specifier) -> json.put("argument", specifier);
            case Descriptor.Argument.Template(var parts) ->
                    json.put(
                            "argument",
                            parts.stream()
                                    .map(part ->
                                            part.map(text -> part("string", text))
                                                    .orElse(Map.of("type", "expr")))
                                    .toList());
            case Descriptor.Argument.Computed _ -> {}
        }
    }

    private static Map<String, String> part(String type, String value) {
        var json = new LinkedHashMap<String, String>();
        json.put("type", type);
        json.put("value", value);
        return json;
    }

    private static void attributes(Map<String, Object> json, Attributes attributes) {
        switch (attributes) {
            case Attributes.None _ -> {}
            case Attributes.Unknown _ -> json.put("importAttributes", "unknown");
            case Attributes.Known(var values) -> {
                var known = new LinkedHashMap<String, Object>();
                values.forEach((key, value) -> known.put(key, value.orElse(null)));
                json.put("importAttributes", Map.of("known", known));
            }
        }
    }
}
