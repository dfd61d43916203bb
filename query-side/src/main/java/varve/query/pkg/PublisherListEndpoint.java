package varve.query.pkg;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TrustedPublisher;
import varve.contract.scope.Role;
import varve.query.Rights;

/// Which workflows publish a package without any token, for the admins of its scope.
@RestController
class PublisherListEndpoint {
    private final Publishers publishers;
    private final Rights rights;

    PublisherListEndpoint(Publishers publishers, Rights rights) {
        this.publishers = publishers;
        this.rights = rights;
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/publishers")
    List<TrustedPublisher> all(
            @PathVariable String scope, @PathVariable String name, Caller caller) {
        var pkg = PackageRef.of(scope, name);
        rights.require(caller, pkg.scope(), Role.ADMIN);
        return publishers.of(pkg);
    }
}
