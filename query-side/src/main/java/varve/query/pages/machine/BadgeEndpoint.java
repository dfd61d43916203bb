package varve.query.pages.machine;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.query.downloads.DownloadCounts;
import varve.query.pkg.PackageView;
import varve.query.pkg.Packages;
import varve.query.scope.Scopes;

/// Badges, drawn here, so that they work without anybody else; or what shields need to draw them.
@RestController
class BadgeEndpoint {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Packages packages;
    private final Scopes scopes;
    private final DownloadCounts downloads;

    BadgeEndpoint(Packages packages, Scopes scopes, DownloadCounts downloads) {
        this.packages = packages;
        this.scopes = scopes;
        this.downloads = downloads;
    }

    @GetMapping("/badges/@{scope}")
    ResponseEntity<?> ofScope(
            @PathVariable String scope,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        var name = ScopeName.of(scope);
        if (scopes.one(name).isEmpty()) {
            throw new Refused(new Refusal.ScopeNotFound(name.text()));
        }
        return answer(new Badge("varve", "@" + name.text(), Badge.GOOD), accept);
    }

    @GetMapping("/badges/@{scope}/{name}")
    ResponseEntity<?> ofPackage(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        var view = view(scope, name);
        var latest = view.latestVersion();
        var label = "@" + view.scope() + "/" + view.name();
        return answer(badge(label, latest), accept);
    }

    @GetMapping("/badges/@{scope}/{name}/score")
    ResponseEntity<?> score(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        var score = view(scope, name).score();
        return answer(badge("score", score == null ? null : score + "%"), accept);
    }

    @GetMapping("/badges/@{scope}/{name}/total-downloads")
    ResponseEntity<?> ever(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        return answer(times("downloads", downloads(scope, name).ever(), ""), accept);
    }

    @GetMapping("/badges/@{scope}/{name}/weekly-downloads")
    ResponseEntity<?> weekly(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept) {
        return answer(times("downloads", downloads(scope, name).lastWeek(), "/week"), accept);
    }

    private DownloadCounts.Counts downloads(String scope, String name) {
        var view = view(scope, name);
        return downloads.of(PackageRef.of(view.scope(), view.name()));
    }

    /// As people say it: 1.2k for 1,234.
    private static Badge times(String label, long times, String each) {
        var said =
                NumberFormat.getCompactNumberInstance(Locale.ROOT, NumberFormat.Style.SHORT)
                        .format(times);
        return new Badge(label, said + each, Badge.GOOD);
    }

    private PackageView view(String scope, String name) {
        var pkg = PackageRef.of(scope, name);
        return packages.one(pkg)
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(pkg.text())));
    }

    /// @param said nothing yet if absent
    private static Badge badge(String label, @Nullable String said) {
        return said == null
                ? new Badge(label, "–", Badge.PLAIN)
                : new Badge(label, said, Badge.GOOD);
    }

    private static ResponseEntity<?> answer(Badge badge, @Nullable String accept) {
        var answer = ResponseEntity.ok().cacheControl(FIVE_MINUTES).header("Vary", "Accept");
        return accept != null && accept.startsWith(MediaType.APPLICATION_JSON_VALUE)
                ? answer.contentType(MediaType.APPLICATION_JSON).body(badge.shield())
                : answer.contentType(SVG)
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .header("X-Content-Type-Options", "nosniff")
                        .body(badge.svg());
    }
}
