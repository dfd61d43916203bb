package varve.query.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.pkg.PackageRef;
import varve.contract.search.PackageEntry;
import varve.query.Discretion;
import varve.query.Page;
import varve.query.pkg.PackageView;
import varve.query.pkg.Packages;

/// Search over HTTP: JSR's list, and short suggestions for a box that answers while one types.
@RestController
class SearchEndpoint {
    private static final String DEGRADED = "Varve-Search";
    private static final int SUGGESTIONS = 8;
    private static final int PLACES_OF_MODULES = 3;

    /// @param url on this registry
    record Suggestion(String name, String description, @Nullable String version, String url) {}

    record Suggestions(List<Suggestion> items, long total) {}

    private final Search search;
    private final Packages packages;
    private final Discretion discretion;

    SearchEndpoint(Search search, Packages packages, Discretion discretion) {
        this.discretion = discretion;
        this.search = search;
        this.packages = packages;
    }

    @GetMapping("/api/packages")
    ResponseEntity<Page.Items<PackageView>> list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        var wanted = Page.of(page, limit);
        var found =
                search.find(
                        Question.of(query),
                        Search.Among.ALL,
                        wanted.offset(),
                        wanted.size(),
                        discretion.audience(caller));
        var refs =
                found.hits().stream().map(hit -> PackageRef.of(hit.scope(), hit.name())).toList();
        return answer(found).body(new Page.Items<>(packages.listed(refs), found.total()));
    }

    @GetMapping("/api/search/suggest")
    ResponseEntity<Suggestions> suggest(
            @RequestParam(defaultValue = "") String query, Caller caller) {
        var took = Took.begin("search");
        var suggested = search.suggest(query, SUGGESTIONS, discretion.audience(caller));
        var found = suggested.packages();
        var items = new ArrayList<>(found.hits().stream().map(SearchEndpoint::suggestion).toList());
        long total =
                found.total() + suggested.modules().map(m -> among(items, m, query)).orElse(0L);
        return answer(found)
                .cacheControl(kept(caller))
                .header(Took.HEADER, took.now())
                .body(new Suggestions(items, total));
    }

    /// What those without a name hear, all may hear.
    private static CacheControl kept(Caller caller) {
        var moment = CacheControl.maxAge(Duration.ofSeconds(5));
        return caller.actor() instanceof Actor.Anonymous
                ? moment.cachePublic()
                : moment.cachePrivate();
    }

    /// Modules take the places that packages leave, and never less than some; one that is called
    /// exactly so comes first.
    ///
    /// @return how many there are
    private static long among(List<Suggestion> items, ModuleSearch.Found found, String query) {
        if (query.isBlank()) {
            return 0;
        }
        var hits = found.hits();
        int places = Math.max(SUGGESTIONS - items.size(), PLACES_OF_MODULES);
        int taken = Math.min(places, hits.size());
        while (items.size() > SUGGESTIONS - taken) {
            items.removeLast();
        }
        for (var hit : hits.subList(0, taken)) {
            var module = hit.module();
            boolean exact = module.name().equals(query.strip());
            items.add(
                    exact ? 0 : items.size(),
                    new Suggestion(
                            module.name(), module.description(), null, "/x/" + module.name()));
        }
        return found.total();
    }

    private static ResponseEntity.BodyBuilder answer(Search.Found found) {
        var answer = ResponseEntity.ok();
        return found.degraded() ? answer.header(DEGRADED, "degraded") : answer;
    }

    private static Suggestion suggestion(PackageEntry hit) {
        var name = PackageRef.of(hit.scope(), hit.name()).text();
        var address = "/@" + hit.scope() + "/" + hit.name();
        return new Suggestion(name, hit.description(), hit.latest(), address);
    }
}
