package varve.query.modules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How much a module resembles what somebody typed: its name counts more than its description, a
/// whole word more than a part, and a word with a slip of the finger still a little.
record Likeness(List<String> words) {
    private static final int MOST_WORDS = 8;

    static Likeness to(String query) {
        return new Likeness(
                Arrays.stream(query.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList());
    }

    /// @return 0 when there is no likeness
    double of(String name, String description) {
        var called = name.toLowerCase(Locale.ROOT);
        var text = description.toLowerCase(Locale.ROOT);
        double sum = 0;
        for (var word : words) {
            sum += ofName(word, called) + ofText(word, text);
        }
        return sum;
    }

    private static double ofName(String word, String name) {
        if (name.equals(word)) {
            return 10;
        }
        if (name.startsWith(word)) {
            return 6;
        }
        double best = name.contains(word) ? 3 : 0;
        for (var part : name.split("[_.-]")) {
            best = Math.max(best, part.equals(word) ? 5 : isNearly(word, part) ? 2 : 0);
        }
        return best;
    }

    private static double ofText(String word, String text) {
        double best = 0;
        for (var part : text.split("[^\\p{L}\\p{N}]+")) {
            best = Math.max(best, part.equals(word) ? 1.5 : part.startsWith(word) ? 1 : 0);
        }
        return best;
    }

    /// One slip in words of three to five letters, two in longer ones.
    private static boolean isNearly(String word, String other) {
        int slips = word.length() < 3 ? 0 : word.length() < 6 ? 1 : 2;
        return slips > 0
                && Math.abs(word.length() - other.length()) <= slips
                && distance(word, other) <= slips;
    }

    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            var now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}
