package varve.query.pages;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import varve.contract.account.SignOnProviders;
import varve.query.Questions;
import varve.query.pages.templates.StaticTemplates;
import varve.query.pages.templates.Templates;

/// Prints pages. A page asks nobody but this registry for anything, runs no script but ours, and is
/// always asked for anew.
@Component
public class Press {
    /// A form that leads to where one signs in leads elsewhere.
    private static final String ONLY_OURS =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'%s; base-uri 'none';"
                    + " frame-ancestors 'none'";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Templates templates = new StaticTemplates();
    private final Site site;
    private final Languages languages;
    private final HttpServletRequest request;
    private final String policy;

    /// @param request stands for whichever is being answered
    Press(Site site, Languages languages, HttpServletRequest request, SignOnProviders providers) {
        this.site = site;
        this.languages = languages;
        this.request = request;
        var elsewhere =
                providers.providers().stream()
                        .map(service -> " " + service.origin())
                        .collect(Collectors.joining());
        this.policy = ONLY_OURS.formatted(elsewhere);
    }

    /// The site in the language that whoever asks wants.
    public Site site() {
        return site.in(languages.wanted(request));
    }

    public ResponseEntity<byte[]> page(BiFunction<Templates, Site, JteModel> wanted) {
        return page(HttpStatus.OK, wanted);
    }

    /// A page for one person, which nobody keeps.
    public ResponseEntity<byte[]> privately(BiFunction<Templates, Site, JteModel> wanted) {
        var page = page(HttpStatus.OK, wanted);
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .headers(headers -> headers.setCacheControl("private, no-store"))
                .body(page.getBody());
    }

    public ResponseEntity<byte[]> page(
            HttpStatusCode status, BiFunction<Templates, Site, JteModel> wanted) {
        var output = new Utf8ByteOutput();
        wanted.apply(templates, site()).render(output);
        return ResponseEntity.status(status).headers(headers()).body(output.toByteArray());
    }

    private HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setContentType(HTML);
        headers.setCacheControl(CacheControl.noCache());
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("X-JSR-Backend", "frontend");
        // else Spring takes addresses that end like a file's for downloads
        headers.set("Content-Disposition", "inline");
        // tools get the file itself at the address where browsers get a page about it
        headers.set("Vary", "Accept, Accept-Language, Cookie, Sec-Fetch-Dest, Sec-Fetch-Site");
        if (!Questions.told().isEmpty()) {
            headers.set("Server-Timing", Questions.told());
        }
        return headers;
    }
}
