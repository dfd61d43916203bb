package varve.query.pages.staff;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Staff say whether they act as staff; until they close the browser, or say otherwise. For others
/// it changes nothing.
@RestController
class ActingEndpoint {
    private static final String COOKIE = "sudo";

    @PostMapping("/admin/act")
    ResponseEntity<Void> act(@RequestParam(defaultValue = "false") boolean acting) {
        var cookie =
                ResponseCookie.from(COOKIE, acting ? "1" : "")
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(acting ? -1 : 0)
                        .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(URI.create(acting ? "/admin" : "/account"))
                .build();
    }
}
