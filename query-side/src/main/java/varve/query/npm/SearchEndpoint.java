package varve.query.npm;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.query.Page;
import varve.query.npm.FoundPackages.FoundPackage;
import varve.query.search.Search;

/// `npm search`, over packages of all kinds.
@RestController
class SearchEndpoint {
    private static final int STANDARD = 20;
    private static final int MOST = 250;
    private static final int FARTHEST = 9_000;

    private static final Score SCORE = new Score(1, new Detail(1, 1, 1));

    record Detail(double quality, double popularity, double maintenance) {}

    record Score(
            @com.fasterxml.jackson.annotation.JsonProperty("final") double whole, Detail detail) {}

    /// npm reads the package; the rest is there because its form says so.
    record Hit(
            @com.fasterxml.jackson.annotation.JsonProperty("package") FoundPackage pkg,
            Score score,
            double searchScore) {}

    record Hits(List<Hit> objects, long total, Instant time) {}

    private final Search search;
    private final FoundPackages packages;
    private final Clock clock;

    SearchEndpoint(Search search, FoundPackages packages, Clock clock) {
        this.search = search;
        this.packages = packages;
        this.clock = clock;
    }

    @GetMapping("/~npm/-/v1/search")
    Hits search(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Integer from) {
        if (text == null) {
            throw new Refused(new Refusal.Malformed("'text' is missing"));
        }
        int wanted = Math.clamp(size == null ? STANDARD : size, 1, MOST);
        int skipped = Math.clamp(from == null ? 0 : from, 0, FARTHEST);
        var found = search.find(words(text), new Page(skipped / wanted + 1, wanted));
        var refs =
                found.hits().stream().map(hit -> PackageRef.of(hit.scope(), hit.name())).toList();
        var hits = packages.of(refs).stream().map(pkg -> new Hit(pkg, SCORE, 1)).toList();
        return new Hits(hits, found.total(), clock.instant());
    }

    /// A qualifier that names a scope is a word like any other; the rest of them say what this
    /// registry does not know of its packages.
    private static String words(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .map(word ->
                        word.toLowerCase(Locale.ROOT).startsWith("scope:")
                                ? word.substring("scope:".length())
                                : word)
                .filter(word -> word.indexOf(':') < 0)
                .collect(Collectors.joining(" "));
    }
}
