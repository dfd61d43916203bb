package varve.query.pkg;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.query.Page;

/// What a package is. `deno publish` asks before it sends anything: only 404 means "create it
/// first".
@RestController
class PackageEndpoint {
    private final Packages packages;

    PackageEndpoint(Packages packages) {
        this.packages = packages;
    }

    @GetMapping("/api/scopes/{scope}/packages")
    Page.Items<PackageView> list(
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit) {
        return packages.of(ScopeName.of(scope), Page.of(page, limit));
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}")
    PackageView one(@PathVariable String scope, @PathVariable String name) {
        var ref = PackageRef.of(scope, name);
        return packages.one(ref)
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(ref.text())));
    }
}
