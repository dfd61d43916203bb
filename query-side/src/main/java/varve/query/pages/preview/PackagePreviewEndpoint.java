package varve.query.pages.preview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.query.Round;
import varve.query.pages.Press;
import varve.query.pages.pkg.PackageHead;
import varve.query.pages.pkg.PackageHeads;
import varve.query.pages.pkg.Standing;
import varve.query.pages.pkg.Standings;

/// The pictures of packages and their versions.
@RestController
class PackagePreviewEndpoint {
    private static final String NAME = "{name:[A-Za-z0-9._-]+}";

    private final PackageHeads heads;
    private final Standings standings;
    private final Press press;
    private final Gallery gallery;

    PackagePreviewEndpoint(PackageHeads heads, Standings standings, Press press, Gallery gallery) {
        this.heads = heads;
        this.standings = standings;
        this.press = press;
        this.gallery = gallery;
    }

    @GetMapping("/@{scope}/" + NAME + "/og")
    ResponseEntity<byte[]> latest(
            @PathVariable String scope, @PathVariable String name, WebRequest request) {
        var ref = PackageRef.of(scope, name);
        var preview = preview(() -> heads.one(ref), ref, null);
        return gallery.show(preview, Duration.ofMinutes(5), request);
    }

    @GetMapping("/@{scope}/" + NAME + "@{version}/og")
    ResponseEntity<byte[]> version(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            WebRequest request) {
        var ref = PackageRef.of(scope, name);
        var exact = VersionNumber.of(version).text();
        var preview = preview(() -> heads.one(ref, exact), ref, exact);
        return gallery.show(preview, Duration.ofDays(1), request);
    }

    private Preview preview(Supplier<PackageHead> found, PackageRef ref, @Nullable String version) {
        return Round.of(
                found,
                () -> standings.of(ref, version),
                (head, standing) -> {
                    var release = head.release();
                    return new Preview(
                            press.site().name(),
                            head.scope().startsWith("~") ? "" : "@" + head.scope() + "/",
                            head.name(),
                            release == null ? "" : release.version(),
                            head.description(),
                            facts(head, standing));
                });
    }

    private List<String> facts(PackageHead head, Standing standing) {
        var facts = new ArrayList<String>();
        facts.add(head.isNpm() ? "npm" : "jsr");
        var release = head.release();
        if (release != null && release.license() != null) {
            facts.add(release.license());
        }
        if (standing.score() != null) {
            facts.add(press.site().words().score() + " " + standing.score() + " %");
        }
        standing.runtimes().entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .forEach(facts::add);
        return facts;
    }
}
