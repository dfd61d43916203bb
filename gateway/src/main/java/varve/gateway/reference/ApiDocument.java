package varve.gateway.reference;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import varve.contract.Caller;
import varve.contract.Written;

/// The OpenAPI document, read off the methods that answer.
final class ApiDocument {
    private static final List<String> ALWAYS_POSSIBLE =
            List.of("400", "401", "403", "404", "405", "429", "503");
    private static final List<String> WHEN_WRITING = List.of("409", "413");

    private final Schemas schemas = new Schemas();
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();

    /// @param routes everything that is answered, of which the API is a part
    static Map<String, Object> of(Map<RequestMappingInfo, HandlerMethod> routes, String server) {
        var document = new ApiDocument();
        routes.forEach(document::add);
        return document.written(server);
    }

    private void add(RequestMappingInfo route, HandlerMethod answers) {
        for (var path : route.getPatternValues()) {
            if (!path.startsWith("/api/")) {
                continue;
            }
            for (var method : route.getMethodsCondition().getMethods()) {
                paths.computeIfAbsent(path, _ -> new TreeMap<>())
                        .put(
                                method.name().toLowerCase(Locale.ROOT),
                                operation(path, method, answers, media(route)));
            }
        }
    }

    /// What an answer that is no JSON is made of.
    private static @Nullable String media(RequestMappingInfo route) {
        return route.getProducesCondition().getProducibleMediaTypes().stream()
                .filter(type -> !type.isCompatibleWith(MediaType.APPLICATION_JSON))
                .map(MediaType::toString)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> operation(
            String path, RequestMethod method, HandlerMethod answers, @Nullable String media) {
        var operation = new LinkedHashMap<String, Object>();
        var feature = feature(answers);
        operation.put("operationId", id(path, method));
        operation.put("tags", List.of(feature));
        var parameters = new ArrayList<Map<String, Object>>();
        for (var parameter : answers.getMethod().getParameters()) {
            var described = parameter(parameter);
            if (described != null) {
                parameters.add(described);
            } else if (parameter.isAnnotationPresent(RequestBody.class)) {
                operation.put("requestBody", body(parameter));
            }
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        operation.put("responses", responses(method, answers, media));
        if (takesCaller(answers)) {
            operation.put("security", List.of(Map.of(), Map.of("bearer", List.of())));
        }
        return operation;
    }

    private static String id(String path, RequestMethod method) {
        return method.name().toLowerCase(Locale.ROOT)
                + path.substring("/api".length())
                        .replaceAll("[^A-Za-z0-9]+", "-")
                        .replaceAll("-$", "");
    }

    private @Nullable Map<String, Object> parameter(Parameter parameter) {
        var schema = schemas.of(ResolvableType.forType(parameter.getParameterizedType()), false);
        var inPath = parameter.getAnnotation(PathVariable.class);
        if (inPath != null) {
            return described(name(inPath.value(), parameter), "path", true, schema);
        }
        var inQuery = parameter.getAnnotation(RequestParam.class);
        if (inQuery == null) {
            return null;
        }
        var named = inQuery.value().isEmpty() ? inQuery.name() : inQuery.value();
        boolean required =
                inQuery.required() && inQuery.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        return described(name(named, parameter), "query", required, schema);
    }

    private static Map<String, Object> described(
            String name, String in, boolean required, Map<String, Object> schema) {
        return Map.of("name", name, "in", in, "required", required, "schema", schema);
    }

    private static String name(String given, Parameter parameter) {
        return given.isEmpty() ? parameter.getName() : given;
    }

    private Map<String, Object> body(Parameter parameter) {
        var schema = schemas.of(ResolvableType.forType(parameter.getParameterizedType()), false);
        return Map.of(
                "required", true, "content", Map.of("application/json", Map.of("schema", schema)));
    }

    private Map<String, Object> responses(
            RequestMethod method, HandlerMethod answers, @Nullable String media) {
        var responses = new TreeMap<String, Object>();
        var type = ResolvableType.forMethodReturnType(answers.getMethod());
        if (media != null) {
            var bytes = Map.of("type", "string", "format", "binary");
            var content = Map.of(media, Map.of("schema", bytes));
            responses.put("200", Map.of("description", "the answer", "content", content));
        } else if (type.resolve() == Written.class) {
            responses.put("200", json("what can be read now", Map.of()));
            responses.put("204", Map.of("description", "done"));
        } else if (type.resolve() == void.class) {
            responses.put("200", Map.of("description", "done"));
            responses.put("204", Map.of("description", "done"));
        } else {
            boolean wrapped = type.resolve() == ResponseEntity.class;
            var schema = schemas.of(wrapped ? type.getGeneric(0) : type, true);
            responses.put("200", json("the answer", schema));
            if (wrapped) {
                responses.put("204", Map.of("description", "done"));
                responses.put("308", Map.of("description", "it goes on elsewhere"));
            }
        }
        ALWAYS_POSSIBLE.forEach(status -> responses.put(status, refusal()));
        if (method != RequestMethod.GET) {
            WHEN_WRITING.forEach(status -> responses.put(status, refusal()));
        }
        return responses;
    }

    private static Map<String, Object> json(String description, Map<String, Object> schema) {
        return Map.of(
                "description",
                description,
                "content",
                Map.of("application/json", Map.of("schema", schema)));
    }

    private static Map<String, Object> refusal() {
        return json("a refusal", Map.of("$ref", "#/components/schemas/Refusal"));
    }

    private static boolean takesCaller(HandlerMethod answers) {
        return Arrays.asList(answers.getMethod().getParameterTypes()).contains(Caller.class);
    }

    /// The last part of the package: features are called alike on every side.
    private static String feature(HandlerMethod answers) {
        var home = answers.getBeanType().getPackageName();
        return home.substring(home.lastIndexOf('.') + 1);
    }

    private Map<String, Object> written(String server) {
        var named = new TreeMap<String, Object>(schemas.named());
        named.put(
                "Refusal",
                Map.of(
                        "type",
                        "object",
                        "required",
                        List.of("code", "message"),
                        "properties",
                        Map.of(
                                "code", Map.of("type", "string"),
                                "message", Map.of("type", "string"))));
        var bearer = Map.of("type", "http", "scheme", "bearer");
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.0.3");
        document.put("info", Map.of("title", "Varve", "version", "1"));
        document.put("servers", List.of(Map.of("url", server)));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of("schemas", named, "securitySchemes", Map.of("bearer", bearer)));
        return document;
    }
}
