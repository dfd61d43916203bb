package varve.artifacts.graph;

import java.util.Comparator;
import java.util.List;

/// A piece of text to stand where another stood.
public record Edit(int start, int end, String text) {

    /// Applies edits that do not overlap.
    public static String apply(String text, List<Edit> edits) {
        if (edits.isEmpty()) {
            return text;
        }
        var out = new StringBuilder();
        int at = 0;
        for (var edit : edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
            out.append(text, at, edit.start()).append(edit.text());
            at = edit.end();
        }
        return out.append(text, at, text.length()).toString();
    }
}
