package varve.acceptance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The registry's OpenAPI document, against which its answers are held.
public final class ApiContract {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    /// One thing that can be asked.
    public record Operation(String method, String path, Pattern addresses, JsonNode described) {
        static Operation of(String method, String path, JsonNode described) {
            var address = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
            return new Operation(method.toUpperCase(Locale.ROOT), path, address, described);
        }

        long variables() {
            return path.chars().filter(c -> c == '{').count();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private ApiContract(JsonNode document) {
        this.document = document;
        document.path("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, described) ->
                                operations.add(Operation.of(method, path, described))));
        operations.sort(Comparator.comparingLong(Operation::variables));
    }

    public static ApiContract of(URI registry) {
        var answer = Web.get(registry.resolve("/api/.well-known/openapi")).is(200);
        assertThat(answer.contentType()).hasValue("application/x-yaml");
        return new ApiContract(JSON.readTree(answer.bytes()));
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /// A schema that is described elsewhere in the document is followed there.
    public JsonNode followed(JsonNode schema) {
        var elsewhere = schema.path("$ref").asString("");
        return elsewhere.isEmpty() ? schema : document.at(elsewhere.substring(1));
    }

    /// Fails unless the answer is one that the document speaks of.
    ///
    /// @param path without query
    public void check(String method, String path, Answer answer) {
        var operation = operation(method, path);
        assertThat(operation).as("%s %s is described", method, path).isPresent();
        var response = operation.get().described().path("responses").path(answer.status() + "");
        assertThat(response.isMissingNode())
                .as("%s answers %d: %s", operation.get(), answer.status(), answer.text())
                .isFalse();
        var schema = response.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()
                && answer.contentType().equals(Optional.of("application/json"))) {
            var why = new ArrayList<String>();
            hold(answer.json(), schema, "$", why);
            assertThat(why)
                    .as("%s %d: %s", operation.get(), answer.status(), answer.text())
                    .isEmpty();
        }
    }

    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(o -> o.method().equals(method) && o.addresses().matcher(path).matches())
                .findFirst();
    }

    private void hold(JsonNode value, JsonNode given, String at, List<String> why) {
        if (value.isNull()) {
            if (given.size() > 0 && !given.path("nullable").asBoolean(false)) {
                why.add(at + " is null");
            }
            return;
        }
        given.path("allOf").forEach(part -> hold(value, part, at, why));
        var schema = followed(given);
        var type = schema.path("type").asString("");
        if (!fits(value, type)) {
            why.add(at + " is not of type " + type);
            return;
        }
        switch (type) {
            case "object" -> {
                schema.path("required")
                        .forEach(name -> {
                            if (!value.has(name.asString())) {
                                why.add(at + "." + name.asString() + " is missing");
                            }
                        });
                value.forEachEntry((name, part) -> holdMember(name, part, schema, at, why));
            }
            case "array" -> value.forEach(item -> hold(item, schema.path("items"), at + "[]", why));
            default -> {}
        }
    }

    private void holdMember(
            String name, JsonNode part, JsonNode schema, String at, List<String> why) {
        var described = schema.path("properties").path(name);
        if (!described.isMissingNode()) {
            hold(part, described, at + "." + name, why);
        } else if (schema.has("additionalProperties")) {
            hold(part, schema.path("additionalProperties"), at + "." + name, why);
        } else if (schema.has("properties") && !schema.path("properties").has("code")) {
            why.add(at + "." + name + " is not described");
        }
    }

    private static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }
}
