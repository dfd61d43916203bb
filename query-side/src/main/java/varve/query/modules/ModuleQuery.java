package varve.query.modules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;

/// What is wanted of the list of modules.
///
/// @param sort `stars`, `newest`, `oldest`, `random`, or `search_order` when something is looked
///   for
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"limit", "page", "query", "sort"})
record ModuleQuery(int limit, int page, @Nullable String query, String sort) {
    private static final int MOST = 100;

    /// @throws Refused with the first thing that is wrong: limit, page, sort
    static ModuleQuery of(
            @Nullable String limit,
            @Nullable String page,
            @Nullable String query,
            @Nullable String sort) {
        int most = number(limit, 20);
        if (most < 1 || most > MOST) {
            throw new ModuleRefusal.LimitOutOfRange().refused();
        }
        int number = number(page, 1);
        if (number < 1) {
            throw new ModuleRefusal.PageOutOfRange().refused();
        }
        return switch (sort == null ? "stars" : sort) {
            case "random" -> new ModuleQuery(most, 1, null, "random");
            case "stars", "newest", "oldest" ->
                    query == null || query.isBlank()
                            ? new ModuleQuery(most, number, null, sort == null ? "stars" : sort)
                            : new ModuleQuery(most, number, query, "search_order");
            default -> throw new ModuleRefusal.UnknownOrder().refused();
        };
    }

    @JsonIgnore
    long offset() {
        return (long) (page - 1) * limit;
    }

    /// What is no number is out of every range.
    private static int number(@Nullable String text, int standard) {
        if (text == null || text.isEmpty()) {
            return standard;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
