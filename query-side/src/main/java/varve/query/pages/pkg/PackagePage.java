package varve.query.pages.pkg;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionNumber;
import varve.query.Page;
import varve.query.pages.Pager;
import varve.query.pages.Press;
import varve.query.pages.Site;
import varve.query.pages.readme.Readme;
import varve.query.pages.readme.Readmes;
import varve.query.version.Versions;

/// A package: what it says of itself, how to install it, and which versions there are.
@RestController
class PackagePage {
    private static final String NAME = "{name:[a-z0-9-]+}";

    private final PackageHeads heads;
    private final Versions versions;
    private final Readmes readmes;
    private final Site site;
    private final Press press;

    PackagePage(PackageHeads heads, Versions versions, Readmes readmes, Site site, Press press) {
        this.heads = heads;
        this.versions = versions;
        this.readmes = readmes;
        this.site = site;
        this.press = press;
    }

    @GetMapping({"/@{scope}/" + NAME, "/@{scope}/" + NAME + "/"})
    ResponseEntity<byte[]> latest(@PathVariable String scope, @PathVariable String name) {
        return overview(heads.one(PackageRef.of(scope, name)), false);
    }

    @GetMapping("/@{scope}/" + NAME + "@{version}")
    ResponseEntity<byte[]> version(
            @PathVariable String scope, @PathVariable String name, @PathVariable String version) {
        var exact = VersionNumber.of(version).text();
        return overview(heads.one(PackageRef.of(scope, name), exact), true);
    }

    @GetMapping("/@{scope}/" + NAME + "/versions")
    ResponseEntity<byte[]> versions(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer page) {
        var ref = PackageRef.of(scope, name);
        var head = heads.one(ref);
        var wanted = Page.of(page, null);
        var items = versions.of(ref, wanted);
        var pager = new Pager(wanted, items.total(), head.address() + "/versions?page=");
        return press.page((pages, site) -> pages.versions(site, head, items.items(), pager));
    }

    private ResponseEntity<byte[]> overview(PackageHead head, boolean pinned) {
        var release = head.release();
        var view =
                new PackagePageView(
                        head,
                        installing(head, pinned),
                        release == null ? Optional.empty() : readme(head, release),
                        release == null
                                ? List.of()
                                : versions.dependencies(head.ref(), release.version()).stream()
                                        .map(PackagePageView.Dependency::of)
                                        .distinct()
                                        .toList());
        return press.page((pages, site) -> pages.overview(site, view));
    }

    /// A version that nobody would get without asking is asked for.
    private List<Installing> installing(PackageHead head, boolean pinned) {
        var release = head.release();
        if (release == null) {
            return List.of();
        }
        boolean pin = pinned || head.latest() == null;
        return Installing.all(
                head.ref(), pin ? release.version() : null, site.registry(), site.npm());
    }

    private Optional<Readme> readme(PackageHead head, PackageHead.Release release) {
        var path = release.readme();
        return path == null
                ? Optional.empty()
                : readmes.of(head.versionRef(release), FilePath.of(path));
    }
}
