package varve.query.pages.docs;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.docs.Documentation;
import varve.contract.docs.SlowType;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.query.Discretion;
import varve.query.Page;
import varve.query.Round;
import varve.query.docs.Documents;
import varve.query.pages.Pager;
import varve.query.pages.Press;
import varve.query.pages.pkg.PackageHead;
import varve.query.pages.pkg.PackageHeads;
import varve.query.pkg.Dependents;
import varve.query.pkg.Scores;
import varve.query.version.DependencyRows;

/// What a package is worth and what it is tied to: its score, what it needs, who needs it.
@RestController
class InsightPage {
    private static final String LATEST = "/@{scope}/{name:[a-z0-9-]+}";
    private static final String VERSION = LATEST + "@{version}";
    private static final int MOST_VERSIONS = 5;

    private final PackageHeads heads;
    private final Documents documents;
    private final Scores scores;
    private final Dependents dependents;
    private final DependencyRows rows;
    private final Discretion discretion;
    private final Press press;

    InsightPage(
            PackageHeads heads,
            Documents documents,
            Scores scores,
            Dependents dependents,
            DependencyRows rows,
            Discretion discretion,
            Press press) {
        this.heads = heads;
        this.documents = documents;
        this.scores = scores;
        this.dependents = dependents;
        this.rows = rows;
        this.discretion = discretion;
        this.press = press;
    }

    @GetMapping(LATEST + "/score")
    ResponseEntity<byte[]> score(@PathVariable String scope, @PathVariable String name) {
        var ref = PackageRef.of(scope, name);
        return Round.of(
                () -> heads.one(ref),
                () -> scores.of(ref),
                (head, score) ->
                        press.page(
                                (pages, site) -> pages.score(site, head, score, slowTypes(head))));
    }

    private List<SlowType> slowTypes(PackageHead head) {
        var release = head.release();
        return release == null
                ? List.of()
                : documents.of(head.versionRef(release)).orElseGet(Documentation::none).slowTypes();
    }

    @GetMapping(LATEST + "/dependents")
    ResponseEntity<byte[]> dependents(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        var ref = PackageRef.of(scope, name);
        var wanted = Page.of(page, null);
        var audience = discretion.audience(caller);
        return Round.of(
                () -> heads.one(ref),
                () -> dependents.of(ref, MOST_VERSIONS, audience, wanted),
                (head, found) -> {
                    var at = head.address() + "/dependents?page=";
                    var pager = new Pager(wanted, found.total(), at);
                    return press.page(
                            (pages, site) -> pages.dependents(site, head, found.items(), pager));
                });
    }

    @GetMapping({LATEST + "/dependencies", LATEST + "/dependencies/graph"})
    ResponseEntity<byte[]> dependencies(@PathVariable String scope, @PathVariable String name) {
        var ref = PackageRef.of(scope, name);
        return dependencies(() -> heads.one(ref), ref, null);
    }

    @GetMapping({VERSION + "/dependencies", VERSION + "/dependencies/graph"})
    ResponseEntity<byte[]> dependenciesOf(
            @PathVariable String scope, @PathVariable String name, @PathVariable String version) {
        var ref = PackageRef.of(scope, name);
        var exact = VersionNumber.of(version).text();
        return dependencies(() -> heads.one(ref, exact), ref, exact);
    }

    private ResponseEntity<byte[]> dependencies(
            Supplier<PackageHead> found, PackageRef ref, @Nullable String version) {
        return Round.of(
                found,
                () -> rows.graph(ref, version, List.of()),
                (head, items) -> {
                    var release = head.release();
                    var root = ref.text() + (release == null ? "" : "@" + release.version());
                    var picture = GraphPicture.of(root, items);
                    return press.page((pages, site) -> pages.dependencies(site, head, picture));
                });
    }
}
