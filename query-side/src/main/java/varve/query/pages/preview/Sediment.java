package varve.query.pages.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// The registry's mark: layers on the floor of a lake, the oldest at the bottom.
final class Sediment {
    /// A layer, by how far down it begins, where the bottom is 1.
    private record Layer(double top, Color colour) {}

    private static final List<Layer> OWN =
            List.of(
                    new Layer(9 / 32.0, new Color(0x2f7d8c)),
                    new Layer(13 / 32.0, new Color(0xe9dcc0)),
                    new Layer(16 / 32.0, new Color(0xb98a52)),
                    new Layer(20 / 32.0, new Color(0xf1e7d2)),
                    new Layer(22.5 / 32, new Color(0xcfa76e)),
                    new Layer(27 / 32.0, new Color(0x7b5636)));
    private static final double TALL = 1 / 32.0;
    private static final Color WATER = new Color(0x12414f);

    private final List<Layer> layers;

    private Sediment(List<Layer> layers) {
        this.layers = layers;
    }

    static Sediment own() {
        return new Sediment(OWN);
    }

    /// The same in shades of another colour.
    static Sediment of(Color colour) {
        var shades = List.of(0.15, 0.75, 0.4, 0.85, 0.55, -0.25);
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < OWN.size(); i++) {
            layers.add(new Layer(OWN.get(i).top(), Palette.shade(colour, shades.get(i))));
        }
        return new Sediment(layers);
    }

    /// With the water above it, inside a shape.
    void mark(Graphics2D on, Shape inside) {
        on.setColor(WATER);
        on.fill(inside);
        var box = inside.getBounds2D();
        for (var layer : layers) {
            var shape = new Area(wave(box, box.getY() + box.getHeight() * layer.top(), TALL));
            shape.intersect(new Area(inside));
            on.setColor(layer.colour());
            on.fill(shape);
        }
    }

    /// Without water, the topmost layer at the top of the box, its crest above.
    void floor(Graphics2D on, Rectangle2D box) {
        double from = OWN.getFirst().top();
        for (var layer : layers) {
            double top = box.getY() + box.getHeight() * (layer.top() - from) / (1 - from);
            on.setColor(layer.colour());
            on.fill(wave(box, top, 2.6 * TALL));
        }
    }

    /// A crest on the left, a trough on the right, and all below.
    private static Path2D wave(Rectangle2D box, double top, double share) {
        double left = box.getX();
        double half = box.getWidth() / 2;
        double tall = box.getHeight() * share;
        var wave = new Path2D.Double();
        wave.moveTo(left, top);
        wave.quadTo(left + half / 2, top - 4 * tall, left + half, top - tall);
        wave.quadTo(left + half * 1.5, top + 2 * tall, left + 2 * half, top - 2 * tall);
        wave.lineTo(left + 2 * half, box.getMaxY());
        wave.lineTo(left, box.getMaxY());
        wave.closePath();
        return wave;
    }
}
