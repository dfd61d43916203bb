package varve.query.version;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.query.Page;
import varve.query.pkg.Packages;

/// Who needs a package.
@RestController
class DependentsEndpoint {
    private static final int MOST_VERSIONS = 10;

    private final Packages packages;
    private final Dependents dependents;

    DependentsEndpoint(Packages packages, Dependents dependents) {
        this.packages = packages;
        this.dependents = dependents;
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/dependents")
    Page.Items<Dependents.DependentView> dependents(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(name = "versions_per_package_limit", required = false)
                    @Nullable Integer versions,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit) {
        var ref = PackageRef.of(scope, name);
        if (packages.one(ref).isEmpty()) {
            throw new Refused(new Refusal.PackageNotFound(ref.text()));
        }
        int most = versions == null ? MOST_VERSIONS : Math.clamp(versions, 1, MOST_VERSIONS);
        return dependents.of(ref, most, Page.of(page, limit));
    }
}
