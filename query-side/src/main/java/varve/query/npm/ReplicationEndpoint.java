package varve.query.npm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.query.Discretion;
import varve.query.npm.FoundPackages.FoundPackage;

/// For those who keep a copy: which packages there are, and what happened to them since. A follower
/// asks again with the `last_seq` it was given; nobody is kept waiting.
@RestController
class ReplicationEndpoint {
    private static final int MOST = 1_000;
    private static final int POSITION = 18;
    private static final int MOMENT = 14;
    private static final Set<String> FEEDS = Set.of("normal");

    record Maintainer(String name, String email) {}

    /// A package as npm's search of old had it.
    ///
    /// @param versions the latest one, with its tag
    /// @param time of the last change
    record Listed(
            String name,
            String description,
            @JsonProperty("dist-tags") Map<String, String> tags,
            List<Maintainer> maintainers,
            Map<String, String> time,
            Map<String, String> versions) {
        static Listed of(FoundPackage pkg) {
            var latest = Objects.requireNonNullElse(pkg.version(), "");
            return new Listed(
                    pkg.name(),
                    pkg.description(),
                    Map.of("latest", latest),
                    pkg.maintainers().stream()
                            .map(person -> new Maintainer(person.username(), person.email()))
                            .toList(),
                    Map.of("modified", pkg.date().toString()),
                    Map.of(latest, "latest"));
        }
    }

    private final PackageChanges changes;
    private final FoundPackages packages;
    private final Discretion discretion;

    ReplicationEndpoint(PackageChanges changes, FoundPackages packages, Discretion discretion) {
        this.changes = changes;
        this.packages = packages;
        this.discretion = discretion;
    }

    /// @param since a position, or `now`
    @GetMapping("/~npm/_changes")
    PackageChanges.Part changes(
            @RequestParam(defaultValue = "0") String since,
            @RequestParam(defaultValue = "" + MOST) int limit,
            @RequestParam(defaultValue = "normal") String feed,
            @RequestParam(name = "include_docs", defaultValue = "false") boolean documents,
            Caller caller) {
        if (!FEEDS.contains(feed)) {
            throw malformed("feed=" + feed + " is not offered: ask again since the last_seq");
        }
        if (documents) {
            throw malformed("include_docs is not offered: ask for each package by its name");
        }
        if (limit < 1) {
            throw malformed("'limit' is at least 1");
        }
        long position = since.equals("now") ? changes.head() : number(since, POSITION);
        return changes.after(position, Math.min(limit, MOST), discretion.audience(caller));
    }

    /// At most a thousand packages, those first that did not change for longest. `_updated` is
    /// where the rest begins.
    ///
    /// @param startkey milliseconds since 1970; what changed before is left out
    @GetMapping({"/~npm/-/all", "/~npm/-/all/since"})
    Map<String, Object> all(@RequestParam(defaultValue = "0") String startkey, Caller caller) {
        var listed =
                packages.changedSince(number(startkey, MOMENT), MOST, discretion.audience(caller));
        var all = new LinkedHashMap<String, Object>();
        all.put(
                "_updated",
                listed.isEmpty()
                        ? number(startkey, MOMENT)
                        : listed.getLast().date().toEpochMilli());
        listed.forEach(pkg -> all.put(pkg.name(), Listed.of(pkg)));
        return all;
    }

    private static long number(String said, int digits) {
        if (!said.matches("\\d{1," + digits + "}")) {
            throw malformed("'" + said + "' is no number, or a very large one");
        }
        return Long.parseLong(said);
    }

    private static Refused malformed(String why) {
        return new Refused(new Refusal.Malformed(why));
    }
}
