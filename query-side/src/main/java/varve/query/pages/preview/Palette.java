package varve.query.pages.preview;

import java.awt.Color;
import varve.query.pages.Theme;

/// What is drawn in which colour: the pages' own, or shades of the operator's.
///
/// @param accent of whatever stands out
/// @param onAccent of letters upon it
/// @param letters of what stands out on paper
record Palette(Color accent, Color onAccent, Color letters, Sediment floor) {
    static final Color PAPER = new Color(0xfdfcf9);
    static final Color SAND = new Color(0xf0eadc);
    static final Color INK = new Color(0x1d2a30);
    static final Color FAINT = new Color(0x5d6a6f);

    private static final Color LAKE = new Color(0x0b6374);
    private static final Palette OWN = new Palette(LAKE, Color.WHITE, LAKE, Sediment.own());

    static Palette of(Theme theme) {
        if (theme.colour().isEmpty()) {
            return OWN;
        }
        var colour = Color.decode(theme.colour());
        return theme.isBright()
                ? new Palette(colour, INK, shade(colour, -0.5), Sediment.of(colour))
                : new Palette(colour, Color.WHITE, colour, Sediment.of(colour));
    }

    /// A lighter or darker shade of a colour.
    ///
    /// @param by from -1 for black to 1 for white
    static Color shade(Color colour, double by) {
        int towards = by > 0 ? 255 : 0;
        double share = Math.abs(by);
        return new Color(
                mixed(colour.getRed(), towards, share),
                mixed(colour.getGreen(), towards, share),
                mixed(colour.getBlue(), towards, share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
