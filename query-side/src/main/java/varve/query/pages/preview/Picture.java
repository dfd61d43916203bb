package varve.query.pages.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import varve.query.pages.Theme;

/// Draws a preview.
final class Picture {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final double MARGIN = 84;
    private static final double ROOM = WIDTH - 2 * MARGIN;
    private static final double MARK = 64;
    private static final double TOP = 54;
    private static final double FLOOR = 78;
    private static final double FACTS = 470;
    private static final double OWNER_SIZE = 42;
    private static final double TEXT_SIZE = 34;
    private static final double TEXT_STEP = 46;
    private static final int MOST_LINES = 3;
    private static final int LARGEST_NAME = 96;
    private static final int SMALLEST_NAME = 56;

    private final Typeface regular = Typeface.regular();
    private final Typeface bold = Typeface.bold();
    private final Graphics2D on;
    private final Palette palette;

    private Picture(Graphics2D on, Palette palette) {
        this.on = on;
        this.palette = palette;
    }

    static BufferedImage of(Preview preview, Theme theme) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var on = image.createGraphics();
        try {
            on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            on.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            on.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            new Picture(on, Palette.of(theme)).draw(preview, theme);
        } finally {
            on.dispose();
        }
        return image;
    }

    private void draw(Preview preview, Theme theme) {
        on.setColor(Palette.PAPER);
        on.fillRect(0, 0, WIDTH, HEIGHT);
        palette.floor().floor(on, new Rectangle2D.Double(0, HEIGHT - FLOOR, WIDTH, FLOOR));
        double beside = new Mark(on).draw(theme, MARGIN, TOP, MARK);
        var above = regular.drawable(preview.above());
        write(regular, above, 32, beside, TOP + MARK / 2 + 11, Palette.FAINT);
        words(preview);
        facts(preview);
    }

    /// Name and description, together in the middle of what is left.
    private void words(Preview preview) {
        var name = bold.drawable(preview.name());
        int size = LARGEST_NAME;
        while (size > SMALLEST_NAME && bold.width(name, size) > ROOM) {
            size--;
        }
        int letters = size;
        var names = Lines.of(name, 2, ROOM, text -> bold.width(text, letters));
        var texts =
                Lines.of(
                        regular.drawable(preview.description()),
                        names.size() > 1 ? MOST_LINES - 1 : MOST_LINES,
                        ROOM,
                        text -> regular.width(text, TEXT_SIZE));
        var owner = regular.drawable(preview.owner());
        double owning = owner.isEmpty() ? 0 : OWNER_SIZE * 1.2;
        double naming = names.size() * size * 1.12;
        double saying = texts.isEmpty() ? 0 : 18 + texts.size() * TEXT_STEP;
        double begin = TOP + MARK + 20;
        double y = begin + (FACTS - 20 - begin - owning - naming - saying) / 2;
        if (!owner.isEmpty()) {
            write(regular, owner, OWNER_SIZE, MARGIN, y + OWNER_SIZE * 0.8, palette.letters());
        }
        y += owning;
        y = write(bold, names, size, size * 1.12, y, Palette.INK);
        write(regular, texts, TEXT_SIZE, TEXT_STEP, y + 18, Palette.FAINT);
    }

    /// Small signs in a row, as many as there is room for.
    private void facts(Preview preview) {
        double x = MARGIN;
        var version = regular.drawable(preview.version());
        if (!version.isEmpty()) {
            x = sign(version, x, palette.accent(), palette.onAccent());
        }
        for (var fact : preview.facts()) {
            x = sign(regular.drawable(fact), x, Palette.SAND, Palette.INK);
        }
    }

    private double sign(String said, double x, Color paper, Color ink) {
        double size = 26;
        double padding = 20;
        double width = regular.width(said, size) + 2 * padding;
        if (said.isEmpty() || x + width > WIDTH - MARGIN) {
            return x;
        }
        on.setColor(paper);
        on.fill(new RoundRectangle2D.Double(x, FACTS, width, 46, 14, 14));
        write(regular, said, size, x + padding, FACTS + 32, ink);
        return x + width + 14;
    }

    private double write(
            Typeface letters, List<String> lines, double size, double step, double y, Color ink) {
        double at = y;
        for (var line : lines) {
            write(letters, line, size, MARGIN, at + size * 0.86, ink);
            at += step;
        }
        return at;
    }

    private void write(Typeface letters, String text, double size, double x, double y, Color ink) {
        on.setColor(ink);
        on.fill(letters.shape(text, size, x, y));
    }
}
