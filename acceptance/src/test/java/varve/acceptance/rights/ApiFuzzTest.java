package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.ApiContract;
import varve.acceptance.kit.ApiContract.Operation;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.rights.Cast.Part;

/// The whole API is asked all kinds of things, decent and not, by all kinds of callers: whatever
/// comes back is described, and never that something broke. The seed is fixed, so a failure comes
/// again.
class ApiFuzzTest {
    private static final int TRIES = 12;
    private static final long SEED = 20_261_121;
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> ODD =
            List.of(
                    "",
                    " ",
                    "a",
                    "-",
                    "a--b",
                    "A",
                    "ü",
                    "%",
                    "..",
                    "null",
                    "0",
                    "-1",
                    "99999999999999999999",
                    "1e9",
                    "'; drop table scope; --",
                    "\\",
                    "\u0000",
                    "\uD83D\uDE00",
                    "x".repeat(3_000),
                    "{}",
                    "true",
                    "1.0.0",
                    "2026-11-21T12:00:00Z");

    /// Of its own, since so many wrong passwords would have the address of others wait.
    private static RunningVarve varve;

    private static ApiContract contract;
    private static Cast cast;
    private static String pkg;

    @BeforeAll
    static void something_to_ask_about() {
        varve = RunningVarve.start(OutsideServers.fresh().settings());
        contract = ApiContract.of(varve.registry());
        cast = new Cast(varve.api());
        pkg = cast.freshPackage();
    }

    @AfterAll
    static void enough() {
        varve.close();
    }

    static Stream<Operation> operations() {
        return contract.operations().stream().filter(operation -> !isEndless(operation));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_answer_is_described(Operation operation) {
        var random = new Random(SEED + operation.toString().hashCode());
        for (int i = 0; i < TRIES; i++) {
            var caller = caller(random);
            var path = path(operation, random);
            var body = body(operation, random);

            var answer = caller.any(operation.method(), path + query(operation, random), body);

            assertThat(answer.status())
                    .as("%s %s %s", operation, path, body)
                    .isNotIn(500, 501, 502, 504);
            checkIfRouted(operation, path, answer);
        }
    }

    /// A feed that goes on as long as somebody listens.
    private static boolean isEndless(Operation operation) {
        return operation.path().equals("/api/changes");
    }

    /// Odd paths may be refused before anybody knows what they are about.
    private static void checkIfRouted(Operation operation, String path, Answer answer) {
        if (contract.operation(operation.method(), path).filter(operation::equals).isPresent()) {
            contract.check(operation.method(), path, answer);
        }
    }

    private static Api caller(Random random) {
        var parts = cast.parts();
        return cast.as(parts.get(random.nextInt(parts.size())));
    }

    private static String path(Operation operation, Random random) {
        var path = operation.path();
        while (path.contains("{")) {
            var name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            path = path.replace("{" + name + "}", encoded(value(name, random)));
        }
        return path;
    }

    private static String value(String name, Random random) {
        if (random.nextInt(3) == 0) {
            var odd = ODD.get(random.nextInt(ODD.size()));
            return odd.isBlank() || odd.equals("..") ? "odd" : odd;
        }
        return switch (name) {
            case "scope" -> random.nextBoolean() ? cast.scope() : "absent-scope";
            case "name", "package" -> random.nextBoolean() ? pkg : "absent";
            case "version" -> List.of("1.0.0", "latest", "7.7.7").get(random.nextInt(3));
            case "user", "id" ->
                    random.nextBoolean()
                            ? cast.id(Part.MEMBER)
                            : "0f4b7c6e-0000-4000-8000-000000000000";
            default -> "thing";
        };
    }

    private static String query(Operation operation, Random random) {
        var query = new ArrayList<String>();
        for (var parameter : operation.described().path("parameters")) {
            if (!parameter.path("in").asString().equals("query")
                    || (!parameter.path("required").asBoolean() && random.nextBoolean())) {
                continue;
            }
            var value =
                    random.nextInt(3) == 0
                            ? ODD.get(random.nextInt(ODD.size()))
                            : decent(contract.followed(parameter.path("schema")), random);
            query.add(parameter.path("name").asString() + "=" + encoded(String.valueOf(value)));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private static String body(Operation operation, Random random) {
        var schema =
                operation
                        .described()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
        if (schema.isMissingNode()) {
            return operation.method().equals("GET") ? "" : "{}";
        }
        return switch (random.nextInt(6)) {
            case 0 -> "{";
            case 1 -> "[]";
            case 2 -> "null";
            default -> JSON.writeValueAsString(made(schema, random));
        };
    }

    private static Object made(JsonNode given, Random random) {
        var schema = contract.followed(given);
        if (!schema.path("type").asString("").equals("object")) {
            return random.nextInt(4) == 0 ? odd(random) : decent(schema, random);
        }
        Map<String, Object> made = new LinkedHashMap<>();
        schema.path("properties")
                .forEachEntry((name, part) -> {
                    if (random.nextInt(4) > 0) {
                        made.put(
                                name,
                                part.path("nullable").asBoolean() && random.nextInt(4) == 0
                                        ? null
                                        : made(part, random));
                    }
                });
        if (schema.has("additionalProperties") && !schema.has("properties")) {
            made.put("description", odd(random));
        }
        return made;
    }

    private static Object decent(JsonNode schema, Random random) {
        return switch (schema.path("type").asString("")) {
            case "boolean" -> random.nextBoolean();
            case "integer", "number" -> random.nextInt(50) + 1;
            case "array" -> List.of();
            default -> "words" + random.nextInt(1_000);
        };
    }

    private static Object odd(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt();
            case 1 -> List.of(1);
            case 2 -> Map.of("a", 1);
            default -> ODD.get(random.nextInt(ODD.size()));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
