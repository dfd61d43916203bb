package varve.query.pages.home;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Discretion;
import varve.query.pages.PackageCard;
import varve.query.pages.Press;
import varve.query.pkg.Packages;

/// The first page: what this is, a search box, and what changed last.
@RestController
class HomePage {
    private static final int LATEST = 12;

    private final Packages packages;
    private final Press press;
    private final Discretion discretion;

    HomePage(Packages packages, Press press, Discretion discretion) {
        this.discretion = discretion;
        this.packages = packages;
        this.press = press;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home(Caller caller) {
        var audience = discretion.audience(caller);
        var latest =
                packages.latest(LATEST, audience).stream()
                        .filter(view -> audience.knows(view.scope(), view.name()))
                        .map(PackageCard::of)
                        .toList();
        return press.page((pages, site) -> pages.home(site, latest));
    }
}
