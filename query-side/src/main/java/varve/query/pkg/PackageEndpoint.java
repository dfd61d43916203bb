package varve.query.pkg;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeName;
import varve.query.Discretion;
import varve.query.Page;
import varve.query.Rights;

/// What a package is. `deno publish` asks before it sends anything: only 404 means "create it
/// first".
@RestController
class PackageEndpoint {
    private final Packages packages;
    private final Dependents dependents;
    private final Rights rights;
    private final Discretion discretion;

    PackageEndpoint(
            Packages packages, Dependents dependents, Rights rights, Discretion discretion) {
        this.discretion = discretion;
        this.packages = packages;
        this.dependents = dependents;
        this.rights = rights;
    }

    @GetMapping("/api/scopes/{scope}/packages")
    Page.Items<PackageView> list(
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        var name = ScopeName.of(scope);
        var shown =
                new Packages.Shown(
                        rights.has(caller, name, Role.ADMIN),
                        rights.has(caller, name, Role.READER));
        var audience = discretion.audience(caller);
        var found = packages.of(name, shown, audience, Page.of(page, limit));
        var known =
                found.items().stream()
                        .filter(view -> audience.knows(view.scope(), view.name()))
                        .map(view -> view.toldTo(audience))
                        .toList();
        long unknown = found.items().size() - known.size();
        return new Page.Items<>(known, found.total() - unknown);
    }

    /// A package that goes on elsewhere leads there those who may know of it.
    @GetMapping("/api/scopes/{scope}/packages/{name}")
    ResponseEntity<PackageView> one(
            @PathVariable String scope, @PathVariable String name, Caller caller) {
        var view = known(PackageRef.of(scope, name), caller).toldTo(discretion.audience(caller));
        if (view.movedTo() == null) {
            return ResponseEntity.ok(view);
        }
        var to = PackageRef.of(view.movedTo());
        var address = "/api/scopes/" + to.scope().text() + "/packages/" + to.name().text();
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create(address))
                .body(view);
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/dependents")
    Page.Items<Dependents.DependentView> dependents(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(name = "versions_per_package_limit", defaultValue = "10") int versions,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        var ref = PackageRef.of(scope, name);
        known(ref);
        if (versions < 1 || versions > Dependents.MOST_VERSIONS) {
            throw new Refused(
                    new Refusal.Malformed("'versions_per_package_limit' is between 1 and 10"));
        }
        return dependents.of(ref, versions, discretion.audience(caller), Page.of(page, limit));
    }

    /// `deno publish` asks without credentials and takes 404 for "create it first", which is wrong
    /// for what is private. It is asked for them wherever there is no scope to be seen.
    private PackageView known(PackageRef ref, Caller caller) {
        var view = packages.one(ref);
        if (view.isEmpty()
                && caller.actor() instanceof Actor.Anonymous
                && caller.client().startsWith("Deno/")
                && !rights.exists(ref.scope())) {
            throw new Refused(new Refusal.MissingAuthentication());
        }
        return view.orElseThrow(() -> new Refused(new Refusal.PackageNotFound(ref.text())));
    }

    private PackageView known(PackageRef ref) {
        return packages.one(ref)
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(ref.text())));
    }
}
