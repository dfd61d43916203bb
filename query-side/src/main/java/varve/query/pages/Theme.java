package varve.query.pages;

import org.jspecify.annotations.Nullable;

/// How the operator has the pages look.
///
/// @param name of the registry, empty for its own
/// @param colour of links and buttons as `#rrggbb`, empty for its own
/// @param logo absent for its own
public record Theme(String name, String colour, @Nullable Logo logo) {
    public static final Theme OWN = new Theme("", "", null);

    private static final double BRIGHT = 0.4;

    /// A picture.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Logo(byte[] bytes, String type) {}

    /// A style sheet to be read after the pages' own.
    String css() {
        return """
        :root { --lake: %1$s; --button: %1$s; --button-ink: %2$s; --hl-name: %1$s; }
        @media (prefers-color-scheme: dark) {
          :root {
            --lake: color-mix(in srgb, %1$s 50%%, white);
            --button: color-mix(in srgb, %1$s 50%%, white);
            --button-ink: #0c2027;
            --hl-name: color-mix(in srgb, %1$s 50%%, white);
          }
        }
        """
                .formatted(colour, isBright() ? "#0c2027" : "#fff");
    }

    /// Whether letters upon the colour are better dark.
    public boolean isBright() {
        return luminance() > BRIGHT;
    }

    /// How bright the colour is to the eye, from 0 to 1, as WCAG has it.
    private double luminance() {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255)
                + 0.7152 * linear(rgb >> 8 & 255)
                + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
