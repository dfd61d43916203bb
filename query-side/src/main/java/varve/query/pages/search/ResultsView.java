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

    /// Address of the whole list.
    public String all() {
        return pager.address() + 1;
    }
}
