package varve.query.pages.account;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.token.FreshSecret;
import varve.query.pages.Press;
import varve.query.pages.Site;
import varve.query.pages.templates.Templates;

/// Shows what was made for this very request; there is nothing to see for others.
@RestController
class SecondFactorPages {
    private final Press press;

    SecondFactorPages(Press press) {
        this.press = press;
    }

    /// The secret in the first line, and in the second the same for authenticators to read.
    @GetMapping("/account/second-factor/secret")
    ResponseEntity<byte[]> secret(HttpServletRequest request) {
        return shown(
                request,
                text ->
                        (pages, site) -> {
                            var lines = text.split("\n", 2);
                            return pages.authenticator(site, lines[0], lines[1]);
                        });
    }

    @GetMapping("/account/second-factor/recovery")
    ResponseEntity<byte[]> recovery(HttpServletRequest request) {
        return shown(request, text -> (pages, site) -> pages.recoverycodes(site, text));
    }

    private ResponseEntity<byte[]> shown(
            HttpServletRequest request,
            Function<String, BiFunction<Templates, Site, JteModel>> page) {
        return FreshSecret.from(request::getAttribute)
                .map(secret -> press.privately(page.apply(secret.text())))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(URI.create("/account"))
                                .build());
    }
}
