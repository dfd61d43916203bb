package varve.query.pages.machine;

import javax.xml.stream.XMLStreamException;

/// A small sign with a label and what it says, as READMEs elsewhere show it.
///
/// @param color of what it says, as CSS has it
record Badge(String label, String message, String color) {
    static final String GOOD = "#2e6b3f";
    static final String PLAIN = "#5d6a6f";

    private static final String LABEL_COLOR = "#0e4351";
    private static final int HEIGHT = 20;
    private static final double LETTER = 6.6;
    private static final int PADDING = 12;

    /// What shields draw a badge from.
    record Shield(
            int schemaVersion, String label, String message, String labelColor, String color) {}

    Shield shield() {
        return new Shield(1, label, message, LABEL_COLOR.substring(1), color.substring(1));
    }

    byte[] svg() {
        int left = width(label);
        int right = width(message);
        return Xml.document(
                "svg",
                "http://www.w3.org/2000/svg",
                xml -> {
                    xml.with("width", Integer.toString(left + right));
                    xml.with("height", Integer.toString(HEIGHT));
                    xml.with("role", "img").with("aria-label", label + ": " + message);
                    xml.element("title", label + ": " + message);
                    box(xml, 0, left, LABEL_COLOR);
                    box(xml, left, right, color);
                    xml.begin("g").with("fill", "#fff").with("font-size", "11");
                    xml.with("font-family", "Verdana,DejaVu Sans,sans-serif");
                    xml.with("text-anchor", "middle");
                    words(xml, left / 2, label);
                    words(xml, left + right / 2, message);
                    xml.end();
                });
    }

    private static void box(Xml xml, int x, int width, String fill) throws XMLStreamException {
        xml.begin("rect").with("x", Integer.toString(x)).with("width", Integer.toString(width));
        xml.with("height", Integer.toString(HEIGHT)).with("fill", fill).end();
    }

    private static void words(Xml xml, int middle, String text) throws XMLStreamException {
        xml.begin("text").with("x", Integer.toString(middle)).with("y", "14").text(text).end();
    }

    private static int width(String text) {
        return PADDING + (int) Math.ceil(text.length() * LETTER);
    }
}
