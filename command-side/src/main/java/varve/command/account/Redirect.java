package varve.command.account;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Where a browser goes after a form: to one of this registry's own pages and nowhere else.
public final class Redirect {
    /// A path, with a query perhaps; two slashes would name another host.
    private static final Pattern OWN = Pattern.compile("/(?!/)[A-Za-z0-9/_.~@%=&?+:-]*");

    private Redirect() {}

    /// @param wanted what stood in a link; anything
    public static String path(String wanted) {
        return OWN.matcher(wanted).matches() ? wanted : "/account";
    }

    /// Goes on at one of our own pages.
    public static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    static ResponseEntity<Void> to(String path, String cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.SET_COOKIE, cookie)
                .build();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
