package varve.query.pages.machine;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Addresses that people and programs know from JSR, where the same thing has another one here.
@RestController
class KnownAddressEndpoint {
    private static final Map<String, String> HERE =
            Map.of(
                    "/login", "/sign-in",
                    "/account/settings", "/account#profile",
                    "/account/tokens", "/account#tokens",
                    "/account/tokens/create", "/account#tokens",
                    "/admin/scopes/assign", "/admin/scopes",
                    "/publishing/deny", "/publishing");

    @GetMapping({
        "/login",
        "/account/settings",
        "/account/tokens",
        "/account/tokens/create",
        "/admin/scopes/assign",
        "/publishing/deny"
    })
    ResponseEntity<Void> here(HttpServletRequest request) {
        var place = Objects.requireNonNull(HERE.get(request.getServletPath()));
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(place)).build();
    }
}
