package varve.query.pkg;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Page;
import varve.query.Rights;

/// Packages as staff see them, archived and private ones too.
@RestController
class PackageAdminEndpoint {
    private final Packages packages;
    private final Rights rights;

    PackageAdminEndpoint(Packages packages, Rights rights) {
        this.packages = packages;
        this.rights = rights;
    }

    @GetMapping("/api/admin/packages")
    Page.Items<PackageView> all(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String sortBy,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        rights.staff(caller);
        return packages.all(query, sortBy, Page.of(page, limit));
    }
}
