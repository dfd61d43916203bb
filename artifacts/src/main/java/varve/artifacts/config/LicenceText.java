package varve.artifacts.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Recognises the text of a licence by sentences that it must contain. Wrapping, punctuation, case,
/// headings and the copyright line do not matter.
final class LicenceText {
    /// A text counts as a licence when more than this part of its marks is there (as in JSR).
    private static final double ENOUGH = 0.8;

    private record Marks(String id, List<String> sentences) {
        double score(String text) {
            long found = sentences.stream().filter(text::contains).count();
            return (double) found / sentences.size();
        }
    }

    private static final List<Marks> KNOWN = read();

    private LicenceText() {}

    /// The SPDX identifier; among equally good ones the licence that demands more.
    static Optional<String> identify(String text) {
        var plain = plain(text);
        return KNOWN.stream()
                .filter(marks -> marks.score(plain) > ENOUGH)
                .max(
                        Comparator.<Marks>comparingDouble(marks -> marks.score(plain))
                                .thenComparingInt(marks -> marks.sentences().size()))
                .map(Marks::id);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ");
    }

    /// The list has an identifier at the margin and its sentences indented below.
    private static List<Marks> read() {
        var all = new ArrayList<Marks>();
        for (var line : Lines.of("licence-marks.txt")) {
            if (line.startsWith(" ")) {
                all.getLast().sentences().add(line.strip());
            } else {
                all.add(new Marks(line, new ArrayList<>()));
            }
        }
        return List.copyOf(all);
    }
}
