package varve.gateway.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.ApiReference;
import varve.contract.PublicAddresses;

/// What can be asked of the registry: for programs at JSR's address, and for those who make a page
/// of it.
@RestController
class DocumentEndpoint implements ApiReference {
    private final RequestMappingHandlerMapping routes;
    private final PublicAddresses addresses;
    private final JsonMapper json;

    DocumentEndpoint(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
            PublicAddresses addresses,
            JsonMapper json) {
        this.routes = routes;
        this.addresses = addresses;
        this.json = json;
    }

    /// JSON, which is YAML too.
    @GetMapping("/api/.well-known/openapi")
    ResponseEntity<String> document() {
        var text = json.writerWithDefaultPrettyPrinter().writeValueAsString(described());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-yaml"))
                .body(text);
    }

    @Override
    public Map<String, List<Operation>> operations() {
        var features = new TreeMap<String, List<Operation>>();
        map(described().get("paths"))
                .forEach((path, methods) ->
                        map(methods)
                                .forEach((method, asked) ->
                                        features.computeIfAbsent(
                                                        feature(map(asked)), _ -> new ArrayList<>())
                                                .add(operation(method, path, map(asked)))));
        return features;
    }

    private static String feature(Map<String, Object> asked) {
        return String.valueOf(list(asked.get("tags")).getFirst());
    }

    private static Operation operation(String method, String path, Map<String, Object> asked) {
        var query =
                list(asked.get("parameters")).stream()
                        .map(DocumentEndpoint::map)
                        .filter(parameter -> "query".equals(parameter.get("in")))
                        .map(parameter -> String.valueOf(parameter.get("name")))
                        .toList();
        return new Operation(method.toUpperCase(Locale.ROOT), path, query);
    }

    private Map<String, Object> described() {
        return ApiDocument.of(routes.getHandlerMethods(), addresses.registry().toString());
    }

    @SuppressWarnings("unchecked") // made by ApiDocument
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
