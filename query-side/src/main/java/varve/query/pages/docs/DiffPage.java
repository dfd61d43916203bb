package varve.query.pages.docs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.pkg.PackageRef;
import varve.query.Page;
import varve.query.Round;
import varve.query.docs.Comparison;
import varve.query.docs.Differences;
import varve.query.pages.Press;
import varve.query.pages.pkg.PackageHeads;
import varve.query.version.VersionView;
import varve.query.version.Versions;

/// What changed between any two versions of a package.
@RestController
class DiffPage {
    private static final String PACKAGE = "/@{scope}/{name:[a-z0-9-]+}";

    private final PackageHeads heads;
    private final Versions versions;
    private final Comparison comparison;
    private final Press press;

    DiffPage(PackageHeads heads, Versions versions, Comparison comparison, Press press) {
        this.heads = heads;
        this.versions = versions;
        this.comparison = comparison;
        this.press = press;
    }

    @GetMapping(PACKAGE + "/diff")
    ResponseEntity<byte[]> choose(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var ref = PackageRef.of(scope, name);
        return page(ref, from, to);
    }

    @GetMapping(PACKAGE + "/diff/{from}/{to}")
    ResponseEntity<byte[]> diff(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String from,
            @PathVariable String to) {
        return page(PackageRef.of(scope, name), from, to);
    }

    private ResponseEntity<byte[]> page(
            PackageRef ref, @Nullable String from, @Nullable String to) {
        return Round.of(
                () -> heads.one(ref),
                () -> choices(ref),
                () -> found(ref, from, to),
                (head, choices, found) -> {
                    var view =
                            new DiffView(
                                    head,
                                    choices,
                                    from == null ? choices.getLast() : from,
                                    to == null ? choices.getFirst() : to,
                                    found);
                    return press.page((pages, site) -> pages.diff(site, view));
                });
    }

    private Optional<Differences> found(
            PackageRef ref, @Nullable String from, @Nullable String to) {
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(comparison.of(ref, from, to));
    }

    private List<String> choices(PackageRef ref) {
        var newest =
                versions.of(ref, Page.of(1, 100)).items().stream()
                        .map(VersionView::version)
                        .toList();
        return newest.isEmpty() ? List.of("") : newest;
    }
}
