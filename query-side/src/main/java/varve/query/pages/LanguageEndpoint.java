package varve.query.pages;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Remembers the language that a reader chose, and shows the page they came from again.
@RestController
class LanguageEndpoint {
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Languages languages;

    LanguageEndpoint(Languages languages) {
        this.languages = languages;
    }

    @GetMapping("/-/language/{tag}")
    ResponseEntity<Void> choose(
            @PathVariable String tag,
            @RequestHeader(name = "Referer", required = false) @Nullable String from) {
        if (languages.in(tag).isEmpty()) {
            throw new Refused(new Refusal.NoSuchRoute("/-/language/" + tag));
        }
        var cookie =
                ResponseCookie.from(Languages.COOKIE, tag)
                        .path("/")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(back(from))
                .build();
    }

    /// Only the path counts, so that nobody is sent away from here.
    private static URI back(@Nullable String from) {
        try {
            var address = URI.create(from == null ? "/" : from);
            var path = address.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return URI.create("/");
            }
            var query = address.getRawQuery();
            return URI.create(query == null ? path : path + "?" + query);
        } catch (IllegalArgumentException _) {
            return URI.create("/");
        }
    }
}
