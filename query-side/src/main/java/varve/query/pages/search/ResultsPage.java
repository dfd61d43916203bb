package varve.query.pages.search;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.query.Discretion;
import varve.query.Page;
import varve.query.pages.PackageCard;
import varve.query.pages.Pager;
import varve.query.pages.Press;
import varve.query.search.Question;
import varve.query.search.Search;

/// What was found, page by page; and while somebody still types, the first few.
@RestController
class ResultsPage {
    private static final int RESULTS = 20;
    private static final int SUGGESTIONS = 8;
    private static final int SHORTEST = 2;

    /// The search server counts no further than 10,000 results in.
    private static final int LAST_PAGE = 10_000 / RESULTS;

    private final Search search;
    private final Press press;
    private final Discretion discretion;

    ResultsPage(Search search, Press press, Discretion discretion) {
        this.discretion = discretion;
        this.search = search;
        this.press = press;
    }

    @GetMapping("/packages")
    ResponseEntity<byte[]> results(
            @RequestParam(name = "search", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        var wanted = Page.of(page, RESULTS);
        if (wanted.number() > LAST_PAGE) {
            throw new Refused(new Refusal.Malformed("the last page is " + LAST_PAGE));
        }
        var found =
                search.find(
                        Question.of(typed),
                        Search.Among.PUBLISHED,
                        wanted.offset(),
                        wanted.size(),
                        discretion.audience(caller));
        var view = view(typed, wanted, found);
        return press.page((pages, site) -> pages.results(site, view));
    }

    @GetMapping("/search/suggest")
    ResponseEntity<byte[]> suggest(
            @RequestParam(name = "search", defaultValue = "") String typed, Caller caller) {
        var view =
                typed.strip().length() < SHORTEST
                        ? ResultsView.nothing()
                        : view(
                                typed,
                                new Page(1, SUGGESTIONS),
                                search.suggest(typed, SUGGESTIONS, discretion.audience(caller))
                                        .packages());
        return press.page((pages, site) -> pages.suggestions(site, view));
    }

    private static ResultsView view(String typed, Page page, Search.Found found) {
        var address = "/packages?search=" + UriUtils.encode(typed, "UTF-8") + "&page=";
        return new ResultsView(
                typed.strip(),
                found.hits().stream().map(PackageCard::of).toList(),
                new Pager(page, Math.min(found.total(), 10_000), address),
                found.total(),
                found.degraded());
    }
}
