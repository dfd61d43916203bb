package varve.query.version;

import java.util.List;
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

/// What a version is. `deno publish` takes exactly 200 for "already published", so a version is
/// answered only once its files can be read, which a row implies.
@RestController
class VersionEndpoint {
    private final Packages packages;
    private final Versions versions;
    private final ExactVersions exact;
    private final DependencyRows rows;

    VersionEndpoint(
            Packages packages, Versions versions, ExactVersions exact, DependencyRows rows) {
        this.packages = packages;
        this.versions = versions;
        this.exact = exact;
        this.rows = rows;
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/versions")
    Page.Items<VersionView> list(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit) {
        var ref = PackageRef.of(scope, name);
        if (packages.one(ref).isEmpty()) {
            throw new Refused(new Refusal.PackageNotFound(ref.text()));
        }
        return versions.of(ref, Page.of(page, limit));
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/versions/{version}")
    VersionView one(
            @PathVariable String scope, @PathVariable String name, @PathVariable String version) {
        return exact.of(PackageRef.of(scope, name), version);
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/versions/{version}/dependencies")
    List<Versions.DependencyView> dependencies(
            @PathVariable String scope, @PathVariable String name, @PathVariable String version) {
        var found = one(scope, name, version);
        return versions.dependencies(PackageRef.of(scope, name), found.version());
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/versions/{version}/dependencies/graph")
    List<DependencyGraph.Item> graph(
            @PathVariable String scope, @PathVariable String name, @PathVariable String version) {
        var found = one(scope, name, version);
        var ref = PackageRef.of(scope, name);
        var exports = versions.exports(ref, found.version());
        return rows.graph(ref, found.version(), exports);
    }
}
