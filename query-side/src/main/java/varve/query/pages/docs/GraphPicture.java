package varve.query.pages.docs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.query.version.DependencyGraph;
import varve.query.version.DependencyGraph.Item;

/// A graph of dependencies as a picture: columns by distance, lines from left to right. Lengths are
/// in the picture's own units.
public record GraphPicture(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final int COLUMN = 290;
    private static final int ROW = 46;
    private static final int BOX = 230;
    private static final int TALL = 32;
    private static final int MARGIN = 8;
    private static final int LONGEST = 30;

    /// A package in the picture.
    ///
    /// @param href of its page, absent when it has none here
    /// @param style `root`, `jsr`, `npm` or `error`
    public record Box(
            int x,
            int y,
            int width,
            int height,
            String text,
            String title,
            @Nullable String href,
            String style) {}

    /// @param path in SVG's own words
    public record Line(String path) {}

    /// @param root name of what everything hangs on
    static GraphPicture of(String root, List<Item> items) {
        var columns = new ArrayList<Integer>();
        var boxes = new ArrayList<Box>();
        for (var item : items) {
            while (columns.size() <= item.depth()) {
                columns.add(0);
            }
            int place = columns.get(item.depth());
            columns.set(item.depth(), place + 1);
            boxes.add(box(item, root, MARGIN + item.depth() * COLUMN, MARGIN + place * ROW));
        }
        var lines = new ArrayList<Line>();
        for (var item : items) {
            for (int child : item.children()) {
                lines.add(line(boxes.get(item.id()), boxes.get(child)));
            }
        }
        int tallest = columns.stream().mapToInt(Integer::intValue).max().orElse(0);
        int width = columns.size() * COLUMN - (COLUMN - BOX) + 2 * MARGIN;
        return new GraphPicture(width, tallest * ROW + 2 * MARGIN, boxes, lines);
    }

    private static Box box(Item item, String root, int x, int y) {
        return switch (item.dependency()) {
            case DependencyGraph.Jsr jsr -> {
                var name = "@" + jsr.scope() + "/" + jsr.pkg();
                var title = name + "@" + jsr.version();
                yield box(x, y, title, "/" + title, "jsr");
            }
            case DependencyGraph.Npm npm -> box(x, y, npm.pkg() + "@" + npm.version(), null, "npm");
            case DependencyGraph.Unknown unknown -> box(x, y, unknown.error(), null, "error");
            default -> box(x, y, root, null, "root");
        };
    }

    private static Box box(int x, int y, String title, @Nullable String href, String style) {
        var text = title.length() > LONGEST ? title.substring(0, LONGEST - 1) + "…" : title;
        return new Box(x, y, BOX, TALL, text, title, href, style);
    }

    private static Line line(Box from, Box to) {
        int startX = from.x() + from.width();
        int startY = from.y() + TALL / 2;
        int endY = to.y() + TALL / 2;
        int bend = (COLUMN - BOX) * 2 / 3;
        return new Line(
                "M%d %d C%d %d %d %d %d %d"
                        .formatted(
                                startX,
                                startY,
                                startX + bend,
                                startY,
                                to.x() - bend,
                                endY,
                                to.x(),
                                endY));
    }
}
