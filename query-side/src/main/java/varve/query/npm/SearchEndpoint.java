package varve.query.npm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.query.Discretion;
import varve.query.npm.FoundPackages.FoundPackage;
import varve.query.search.Question;
import varve.query.search.Search;

/// `npm search`, over packages of all kinds.
@RestController
class SearchEndpoint {
    private static final int STANDARD = 20;
    private static final int MOST = 250;
    private static final int FARTHEST = 9_000;

    private static final String KEYWORDS = "keywords:";

    /// `c++` is one word.
    private static final Pattern BOTH = Pattern.compile("[^+]+(\\+[^+]+)+");

    private static final Pattern LEFT_OUT =
            Pattern.compile(
                    "(not|is|boost-exact|quality-weight|popularity-weight|maintenance-weight):.*");
    private static final Score SCORE = new Score(1, new Detail(1, 1, 1));

    record Detail(double quality, double popularity, double maintenance) {}

    record Score(@JsonProperty("final") double whole, Detail detail) {}

    /// npm reads the package; the rest is there because its form says so.
    record Hit(@JsonProperty("package") FoundPackage pkg, Score score, double searchScore) {}

    record Hits(List<Hit> objects, long total, Instant time) {}

    private final Search search;
    private final FoundPackages packages;
    private final Clock clock;
    private final Discretion discretion;

    SearchEndpoint(Search search, FoundPackages packages, Clock clock, Discretion discretion) {
        this.discretion = discretion;
        this.search = search;
        this.packages = packages;
        this.clock = clock;
    }

    @GetMapping("/~npm/-/v1/search")
    Hits search(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Integer from,
            Caller caller) {
        if (text == null) {
            throw new Refused(new Refusal.Malformed("'text' is missing"));
        }
        int wanted = Math.clamp(size == null ? STANDARD : size, 1, MOST);
        int skipped = Math.clamp(from == null ? 0 : from, 0, FARTHEST);
        var question = Question.of(words(text));
        var found =
                search.find(
                        question,
                        Search.Among.STABLE,
                        skipped,
                        wanted,
                        discretion.audience(caller));
        var hits = packages.of(found.hits()).stream().map(pkg -> new Hit(pkg, SCORE, 1)).toList();
        return new Hits(hits, found.total(), clock.instant());
    }

    /// npm's qualifiers as filters of ours; those that ask for what this registry does not weigh
    /// are left out.
    private static String words(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .flatMap(word ->
                        word.startsWith(KEYWORDS)
                                ? keywords(word.substring(KEYWORDS.length()))
                                : Stream.of(word.replaceFirst("^(author|maintainer):", "owner:")))
                .filter(word -> !LEFT_OUT.matcher(word).matches())
                .collect(Collectors.joining(" "));
    }

    /// `a,b` for either, `a+b` for both, `a,-b` for a without b.
    private static Stream<String> keywords(String said) {
        var parts = said.split(",");
        boolean both = BOTH.matcher(parts[0]).matches();
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .flatMap(part -> {
                    if (part.startsWith("-")) {
                        return Stream.of("without:" + part.substring(1));
                    }
                    return both
                            ? Stream.of(part.split("\\+")).map(word -> "with:" + word)
                            : Stream.of("keyword:" + part);
                });
    }
}
