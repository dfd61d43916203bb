package varve.query.pages.history;

import java.util.List;
import varve.query.pages.Pager;

/// What the page about the past of a scope or a package shows.
///
/// @param name `@scope` or `@scope/name`
public record HistoryView(String name, List<Happening> happenings, Pager pager) {}
