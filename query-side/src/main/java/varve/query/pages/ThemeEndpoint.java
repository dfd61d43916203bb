package varve.query.pages;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Live;
import varve.contract.Refusal;
import varve.contract.Refused;

/// The operator's own style sheet and picture. Their addresses change whenever they do.
@RestController
class ThemeEndpoint {
    static final String AT = "/-/theme/";

    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Live<Theme> theme;

    ThemeEndpoint(Live<Theme> theme) {
        this.theme = theme;
    }

    @GetMapping(AT + "{hash}/colours.css")
    ResponseEntity<byte[]> colours(@PathVariable String hash) {
        var now = theme.now();
        if (now.colour().isEmpty()) {
            throw new Refused(new Refusal.NoSuchRoute(AT + hash + "/colours.css"));
        }
        return answer(now.css().getBytes(StandardCharsets.UTF_8), "text/css;charset=utf-8");
    }

    @GetMapping(AT + "{hash}/logo")
    ResponseEntity<byte[]> logo(@PathVariable String hash) {
        var logo = theme.now().logo();
        if (logo == null) {
            throw new Refused(new Refusal.NoSuchRoute(AT + hash + "/logo"));
        }
        return answer(logo.bytes(), logo.type());
    }

    /// A picture may hold a script, which runs nowhere.
    private static ResponseEntity<byte[]> answer(byte[] bytes, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(A_DAY)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("Content-Disposition", "inline")
                .body(bytes);
    }
}
