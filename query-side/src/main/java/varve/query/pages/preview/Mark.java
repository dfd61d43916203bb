package varve.query.pages.preview;

import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import varve.query.pages.Theme;

/// Draws the registry's mark, or the operator's if it is a PNG; others are not drawn.
final class Mark {
    private static final long MOST_PIXELS = 4_000_000;

    private final Graphics2D on;

    Mark(Graphics2D on) {
        this.on = on;
    }

    /// @return where there is room beside it
    double draw(Theme theme, double x, double y, double size) {
        var logo = theme.logo();
        if (logo == null) {
            double round = size * 14 / 32;
            Sediment.own().mark(on, new RoundRectangle2D.Double(x, y, size, size, round, round));
            return x + size * 1.35;
        }
        var image = read(logo);
        if (image.isEmpty()) {
            return x;
        }
        double wide = Math.min(size * 4, size * image.get().getWidth() / image.get().getHeight());
        on.drawImage(image.get(), (int) x, (int) y, (int) wide, (int) size, null);
        return x + wide + size * 0.35;
    }

    private static Optional<BufferedImage> read(Theme.Logo logo) {
        if (!logo.type().equals("image/png")) {
            return Optional.empty();
        }
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var content =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(logo.bytes()))) {
            reader.setInput(content);
            return (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS
                    ? Optional.empty()
                    : Optional.of(reader.read(0));
        } catch (IOException _) {
            return Optional.empty(); // browsers may still show what is no proper PNG
        } finally {
            reader.dispose();
        }
    }
}
