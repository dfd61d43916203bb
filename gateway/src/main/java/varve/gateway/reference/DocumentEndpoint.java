package varve.gateway.reference;

import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.PublicAddresses;

/// What can be asked of the registry: for programs at JSR's address, for people as a page.
@RestController
class DocumentEndpoint {
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

    @GetMapping("/docs/api-reference")
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .body(ReferencePage.of(described()));
    }

    private Map<String, Object> described() {
        return ApiDocument.of(routes.getHandlerMethods(), addresses.registry().toString());
    }
}
