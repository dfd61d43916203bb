package varve.query.pages.account;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.account.SignOnProviders;
import varve.query.pages.Press;
import varve.query.pages.Site;

/// Where people sign in and up.
@RestController
class SignPages {
    private final Press press;
    private final SignOnProviders providers;

    SignPages(Press press, SignOnProviders providers) {
        this.press = press;
        this.providers = providers;
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> signIn(
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String redirect) {
        return press.privately((pages, of) -> pages.signin(of, view(of, problem, redirect)));
    }

    /// For whoever has signed in elsewhere and has a second factor here.
    @GetMapping("/sign-in/second")
    ResponseEntity<byte[]> second(@RequestParam(defaultValue = "") String problem) {
        return press.privately((pages, of) -> pages.secondstep(of, view(of, problem, "")));
    }

    @GetMapping("/sign-up")
    ResponseEntity<byte[]> signUp(
            @RequestParam(defaultValue = "") String problem,
            @RequestParam(defaultValue = "") String invitation) {
        return press.privately((pages, of) -> pages.signup(of, view(of, problem, invitation)));
    }

    private SignView view(Site site, String problem, String kept) {
        var said = Problem.of(problem).map(p -> p.text(site.words())).orElse("");
        return new SignView(said, kept, providers.providers());
    }
}
