package varve.query.pages.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.util.UriUtils;

/// A filter that one click sets or takes away. What it does is written in the search box, so that
/// one learns to type it.
///
/// @param filter as it is typed
/// @param name as it is shown
/// @param chosen whether it holds now
/// @param href where it holds, or no longer does
public record Narrowing(String filter, String name, boolean chosen, String href) {
    private static final List<String> FILTERS =
            List.of(
                    "kind:jsr",
                    "kind:npm",
                    "runtime:deno",
                    "runtime:node",
                    "runtime:bun",
                    "runtime:browser",
                    "runtime:workerd",
                    "score:>=80");

    /// All that are offered.
    ///
    /// @param typed into the search box
    static List<Narrowing> of(String typed) {
        var words =
                Arrays.stream(typed.strip().split("\\s+")).filter(one -> !one.isEmpty()).toList();
        return FILTERS.stream().map(filter -> of(filter, words)).toList();
    }

    private static Narrowing of(String filter, List<String> words) {
        var without = words.stream().filter(word -> !word.equalsIgnoreCase(filter)).toList();
        boolean chosen = without.size() < words.size();
        var wanted = new ArrayList<>(without);
        if (!chosen) {
            wanted.add(filter);
        }
        var query = UriUtils.encode(String.join(" ", wanted), StandardCharsets.UTF_8);
        var name = filter.substring(filter.indexOf(':') + 1).replace(">=", "≥ ");
        return new Narrowing(filter, name, chosen, "/packages?search=" + query);
    }

    /// Whether it is about how well a package is made.
    public boolean isScore() {
        return filter.startsWith("score:");
    }
}
