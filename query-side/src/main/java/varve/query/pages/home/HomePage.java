package varve.query.pages.home;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.query.pages.PackageCard;
import varve.query.pages.Press;
import varve.query.pkg.Packages;

/// The first page: what this is, a search box, and what changed last.
@RestController
class HomePage {
    private static final int LATEST = 12;

    private final Packages packages;
    private final Press press;

    HomePage(Packages packages, Press press) {
        this.packages = packages;
        this.press = press;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home() {
        var latest = packages.latest(LATEST).stream().map(PackageCard::of).toList();
        return press.page((pages, site) -> pages.home(site, latest));
    }
}
