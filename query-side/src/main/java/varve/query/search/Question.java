package varve.query.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What somebody typed into a search box, taken apart: words, and filters such as `scope:luca` or
/// `score:>=80`. A filter that nobody knows is a word.
///
/// @param words in lower case; empty to ask for everything
/// @param filters values by filter, all of one filter being alternatives; but each of `with` has to
///   be a keyword, and none of `without` may be
/// @param score at least this, 0 for any
public record Question(List<String> words, Map<String, List<String>> filters, int score) {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 12;
    private static final Set<String> FILTERS =
            Set.of(
                    "scope", "runtime", "kind", "license", "symbol", "keyword", "with", "without",
                    "owner");
    private static final Pattern FILTER = Pattern.compile("([a-z]+):(.+)");
    private static final Pattern SCORE = Pattern.compile("score:(?:>=)?(\\d{1,3})");
    private static final Pattern BETWEEN = Pattern.compile("\\s+");

    public static Question of(String typed) {
        var cut = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var words = new ArrayList<String>();
        var filters = new LinkedHashMap<String, List<String>>();
        int least = 0;
        for (var part : BETWEEN.split(cut.toLowerCase(Locale.ROOT).strip(), MOST_WORDS)) {
            var score = SCORE.matcher(part);
            var filter = FILTER.matcher(part);
            if (score.matches()) {
                least = Integer.parseInt(score.group(1));
            } else if (filter.matches() && FILTERS.contains(filter.group(1))) {
                filters.computeIfAbsent(filter.group(1), _ -> new ArrayList<>())
                        .add(value(filter.group(1), filter.group(2)));
            } else if (!part.isEmpty()) {
                words.add(part);
            }
        }
        return new Question(List.copyOf(words), Map.copyOf(filters), least);
    }

    /// `jsr` is what people call packages of sources.
    private static String value(String filter, String value) {
        var plain = value.startsWith("@") ? value.substring(1) : value;
        return filter.equals("kind") && plain.equals("jsr") ? "source" : plain;
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// All words, without what only decorates a package's name.
    String text() {
        return String.join(" ", words).replace('@', ' ').replace('/', ' ').strip();
    }

    /// The words of {@link #text}, one by one.
    List<String> terms() {
        return isEmpty() || text().isEmpty() ? List.of() : List.of(BETWEEN.split(text()));
    }

    /// All words as one name: `flag pole` and `flag-pole` are the same.
    String canonical() {
        return String.join("", terms()).replace("-", "");
    }

    /// Values of a filter, any of which will do; empty when it does not matter.
    List<String> any(String filter) {
        return filters.getOrDefault(filter, List.of());
    }
}
