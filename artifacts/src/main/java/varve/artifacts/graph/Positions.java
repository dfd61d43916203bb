package varve.artifacts.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines and columns of a text, both counted from zero, columns in Unicode code points as Deno
/// counts them.
final class Positions {
    private final String text;
    private final int[] lines;

    /// The last answer, from which the next is counted on where it can be.
    private int lastOffset;

    private int lastLine;
    private int lastColumn;

    Positions(String text) {
        this.text = text;
        var starts = new ArrayList<Integer>(List.of(0));
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        this.lines = starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /// `[line, column]` of a UTF-16 unit.
    List<Integer> at(int offset) {
        int inside = Math.clamp(offset, 0, text.length());
        int found = Arrays.binarySearch(lines, inside);
        int line = found >= 0 ? found : -found - 2;
        var goesOn = line == lastLine && inside >= lastOffset;
        int from = goesOn ? lastOffset : lines[line];
        lastColumn = (goesOn ? lastColumn : 0) + text.codePointCount(from, inside);
        lastLine = line;
        lastOffset = inside;
        return List.of(line, lastColumn);
    }

    /// `[start, end]`, the end exclusive.
    List<List<Integer>> range(int start, int end) {
        return List.of(at(start), at(end));
    }
}
