package varve.query.pages.pkg;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Role;
import varve.query.Rights;
import varve.query.Round;
import varve.query.pages.Press;
import varve.query.pkg.Publishers;

/// How to publish a package, by hand and from CI, and which CI jobs may.
@RestController
class PublishPage {
    private final PackageHeads heads;
    private final Standings standings;
    private final Publishers publishers;
    private final Rights rights;
    private final Press press;

    PublishPage(
            PackageHeads heads,
            Standings standings,
            Publishers publishers,
            Rights rights,
            Press press) {
        this.heads = heads;
        this.standings = standings;
        this.publishers = publishers;
        this.rights = rights;
        this.press = press;
    }

    @GetMapping("/@{scope}/{name:[A-Za-z0-9._-]+}/publish")
    ResponseEntity<byte[]> publish(
            @PathVariable String scope, @PathVariable String name, Caller caller) {
        var pkg = PackageRef.of(scope, name);
        var view =
                Round.of(
                        () -> heads.one(pkg),
                        () -> standings.of(pkg, null),
                        () ->
                                Round.of(
                                        () -> publishers.of(pkg),
                                        () -> allowed(caller, pkg),
                                        () -> rights.has(caller, pkg.scope(), Role.ADMIN),
                                        (all, _, admin) -> new PublishView.Trust(all, admin)),
                        (head, standing, trust) ->
                                new PublishView(head, standing.repository(), trust));
        return press.privately((pages, site) -> pages.publish(site, view));
    }

    private boolean allowed(Caller caller, PackageRef pkg) {
        rights.require(caller, pkg.scope(), Role.MEMBER);
        return true;
    }
}
