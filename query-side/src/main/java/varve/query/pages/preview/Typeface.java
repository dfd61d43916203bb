package varve.query.pages.preview;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// A font whose letters are drawn as what they are, shapes: the Java runtime draws text only where
/// the machine has fonts of its own, which servers often have not.
final class Typeface {
    private static final String FILES = "/liberation/";

    private static final class Regular {
        static final Typeface ONE = read("LiberationSans-Regular.ttf");
    }

    private static final class Bold {
        static final Typeface ONE = read("LiberationSans-Bold.ttf");
    }

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /// Read when it is used first.
    static Typeface regular() {
        return Regular.ONE;
    }

    static Typeface bold() {
        return Bold.ONE;
    }

    /// What of a text can be drawn, on one line. Scripts that run from right to left or join their
    /// letters are left out as the rest is for which there are no letters; a text that loses more
    /// than it keeps is empty.
    String drawable(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var kept = new StringBuilder();
        composed.codePoints().filter(this::has).forEach(kept::appendCodePoint);
        long wanted = composed.codePoints().filter(Character::isLetterOrDigit).count();
        long there = kept.codePoints().filter(Character::isLetterOrDigit).count();
        return there * 2 < wanted ? "" : kept.toString().replaceAll("\\s+", " ").strip();
    }

    private boolean has(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    false;
            default ->
                    Character.isWhitespace(letter)
                            || Character.getType(letter) != Character.FORMAT
                                    && glyphs.getGlyphId(letter) != 0;
        };
    }

    /// How wide a text is.
    ///
    /// @param size of the letters, in pixels
    double width(String text, double size) {
        return text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
    }

    /// The letters of a text as one shape.
    ///
    /// @param y of the line on which they stand
    Path2D shape(String text, double size, double x, double y) {
        var shape = new Path2D.Double();
        double scale = size / unitsPerEm;
        double at = x;
        for (int letter : text.codePoints().toArray()) {
            var place = new AffineTransform(scale, 0, 0, -scale, at, y);
            append(shape, letter, place);
            at += advance(letter) * scale;
        }
        return shape;
    }

    private void append(Path2D shape, int letter, AffineTransform place) {
        try {
            var glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(letter));
            if (glyph != null) {
                shape.append(glyph.getPath().getPathIterator(place), false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double advance(int letter) {
        try {
            return font.getAdvanceWidth(glyphs.getGlyphId(letter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Typeface read(String file) {
        try (var content = Typeface.class.getResourceAsStream(FILES + file)) {
            var bytes = Objects.requireNonNull(content, file).readAllBytes();
            return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
