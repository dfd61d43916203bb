package varve.query.pages.search;

import java.util.List;
import varve.query.Page;
import varve.query.pages.PackageCard;
import varve.query.pages.Pager;

/// What was found.
///
/// @param total how many there are, which may be more than can be paged to
/// @param degraded true when the search server was away and only names were compared
public record ResultsView(
        String typed, List<PackageCard> packages, Pager pager, long total, boolean degraded) {

    static ResultsView nothing() {
        return new ResultsView("", List.of(), new Pager(new Page(1, 1), 0, ""), 0, false);
    }

    /// Whether other search engines may show it: not where nothing was found, lest anybody makes
    /// pages here that say what they like.
    public boolean isWorthKeeping() {
        return total > 0 && pager.page().number() == 1;
    }

    /// The filters that are offered.
    public List<Narrowing> narrowings() {
        return Narrowing.of(typed);
    }

    /// Where it is found again.
    public String address() {
        return pager.address().replaceFirst("&page=$", "");
    }

    /// Address of the whole list.
    public String all() {
        return pager.address() + 1;
    }
}
