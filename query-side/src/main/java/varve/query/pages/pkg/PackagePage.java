package varve.query.pages.pkg;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.FilePath;
import varve.contract.scope.Role;
import varve.contract.version.VersionNumber;
import varve.query.Page;
import varve.query.Rights;
import varve.query.Round;
import varve.query.pages.Pager;
import varve.query.pages.Press;
import varve.query.pages.Site;
import varve.query.pages.readme.Readme;
import varve.query.pages.readme.Readmes;

/// A package: what it says of itself, how to install it, and which versions there are.
@RestController
class PackagePage {
    private static final String NAME = "{name:[A-Za-z0-9._-]+}";

    private final PackageHeads heads;
    private final Standings standings;
    private final Rights rights;
    private final Readmes readmes;
    private final Site site;
    private final Press press;

    PackagePage(
            PackageHeads heads,
            Standings standings,
            Rights rights,
            Readmes readmes,
            Site site,
            Press press) {
        this.heads = heads;
        this.standings = standings;
        this.rights = rights;
        this.readmes = readmes;
        this.site = site;
        this.press = press;
    }

    @GetMapping({"/@{scope}/" + NAME, "/@{scope}/" + NAME + "/"})
    ResponseEntity<byte[]> latest(
            @PathVariable String scope, @PathVariable String name, Caller caller) {
        var ref = PackageRef.of(scope, name);
        return overview(() -> heads.one(ref), ref, null, caller);
    }

    @GetMapping("/@{scope}/" + NAME + "@{version}")
    ResponseEntity<byte[]> version(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            Caller caller) {
        var ref = PackageRef.of(scope, name);
        var exact = VersionNumber.of(version).text();
        return overview(() -> heads.one(ref, exact), ref, exact, caller);
    }

    @GetMapping("/@{scope}/" + NAME + "/versions")
    ResponseEntity<byte[]> versions(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        var ref = PackageRef.of(scope, name);
        var wanted = Page.of(page, null);
        return Round.of(
                () -> heads.listed(ref, wanted),
                () -> rights.has(caller, ref.scope(), Role.ADMIN),
                (found, mayChange) -> {
                    var head = found.head();
                    var at = head.address() + "/versions?page=";
                    var pager = new Pager(wanted, head.versionCount(), at);
                    return press.page((pages, site) ->
                            pages.versions(
                                    site,
                                    head,
                                    found.versions(),
                                    pager,
                                    mayChange,
                                    caller.isStaff()));
                });
    }

    private ResponseEntity<byte[]> overview(
            Supplier<PackageHead> found, PackageRef ref, @Nullable String pinned, Caller caller) {
        return Round.of(
                found,
                () -> rights.has(caller, ref.scope(), Role.MEMBER),
                () -> standings.of(ref, pinned),
                (head, mayChange, standing) -> {
                    var release = head.release();
                    var view =
                            new PackagePageView(
                                    head,
                                    installing(head, pinned != null),
                                    release == null ? Optional.empty() : readme(head, release),
                                    standing,
                                    mayChange);
                    return press.page((pages, site) -> pages.overview(site, view));
                });
    }

    /// A version that nobody would get without asking is asked for.
    private List<Installing> installing(PackageHead head, boolean pinned) {
        var release = head.release();
        if (release == null) {
            return List.of();
        }
        boolean pin = pinned || head.latest() == null;
        var version = pin ? release.version() : null;
        return head.isNpm()
                ? Installing.npm(head.ref(), version, site.npm())
                : Installing.all(head.ref(), version, site.registry(), site.npm());
    }

    private Optional<Readme> readme(PackageHead head, PackageHead.Release release) {
        var path = release.readme();
        if (head.isNpm()) {
            return readmes.inTarball(head.versionRef(release), path);
        }
        return path == null
                ? Optional.empty()
                : readmes.of(head.versionRef(release), FilePath.of(path));
    }
}
