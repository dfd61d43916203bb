package varve.query.pages.preview;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Breaks text into lines.
final class Lines {
    private static final String MORE = "…";

    private Lines() {}

    /// As many words to a line as fit; a word that fits on none is broken wherever it must be, and
    /// an ellipsis stands for what comes after the last line.
    ///
    /// @param room that a line has, in the unit in which width is told
    static List<String> of(String text, int most, double room, ToDoubleFunction<String> width) {
        var lines = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            int end = end(rest, room, width);
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(cut(lines.removeLast(), room, width));
        }
        return lines;
    }

    /// Where the first line ends.
    private static int end(String text, double room, ToDoubleFunction<String> width) {
        var words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(text);
        int end = 0;
        for (int next = words.next(); next != BreakIterator.DONE; next = words.next()) {
            if (width.applyAsDouble(text.substring(0, next).strip()) > room) {
                break;
            }
            end = next;
        }
        return end > 0 ? end : fitting(text, room, width);
    }

    /// How much of a text fits, at least one character.
    private static int fitting(String text, double room, ToDoubleFunction<String> width) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (width.applyAsDouble(text.substring(0, next)) > room) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static String cut(String line, double room, ToDoubleFunction<String> width) {
        double left = room - width.applyAsDouble(MORE);
        int end = width.applyAsDouble(line) <= left ? line.length() : end(line, left, width);
        return line.substring(0, end).strip().replaceFirst("[\\p{Punct}&&[^)]]+$", "") + MORE;
    }
}
