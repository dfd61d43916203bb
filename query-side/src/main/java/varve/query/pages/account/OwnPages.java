package varve.query.pages.account;

import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.query.pages.Press;
import varve.query.pages.Site;
import varve.query.pages.templates.Templates;
import varve.query.publishing.Tasks;
import varve.query.scope.Invites;

/// What else is one's own: invitations, and what one has tried to publish.
@RestController
class OwnPages {
    private final Invites invites;
    private final Tasks tasks;
    private final Press press;

    OwnPages(Invites invites, Tasks tasks, Press press) {
        this.invites = invites;
        this.tasks = tasks;
        this.press = press;
    }

    @GetMapping("/account/invites")
    ResponseEntity<byte[]> invites(Caller caller) {
        return own(
                caller,
                "/account/invites",
                person -> {
                    var found = invites.of(person);
                    return (pages, site) -> pages.invites(site, found);
                });
    }

    @GetMapping("/publishing")
    ResponseEntity<byte[]> publishing(Caller caller) {
        return own(
                caller,
                "/publishing",
                person -> {
                    var found = tasks.by(person);
                    return (pages, site) -> pages.attempts(site, found);
                });
    }

    private ResponseEntity<byte[]> own(
            Caller caller,
            String address,
            Function<UserId, BiFunction<Templates, Site, JteModel>> page) {
        return caller.interactive()
                ? press.privately(page.apply(caller.unrestricted()))
                : signIn(address);
    }

    /// Where signing in leads back to a page.
    static ResponseEntity<byte[]> signIn(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(
                        URI.create(
                                "/sign-in?redirect="
                                        + URLEncoder.encode(address, StandardCharsets.UTF_8)))
                .build();
    }
}
