package varve.query.pages.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import varve.contract.Live;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.query.Questions;
import varve.query.pages.Theme;

/// Hands out previews, drawn when they are asked for: few at a time, and the latest are kept.
@Component
class Gallery {
    /// Changes whenever the same preview is drawn otherwise.
    private static final int HAND = 1;

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES_KEPT = 8 << 20;

    private final Semaphore easels = new Semaphore(AT_ONCE);
    private final Cache<String, byte[]> drawn =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES_KEPT)
                    .weigher((String _, byte[] picture) -> picture.length)
                    .build();
    private final Live<Theme> theme;

    Gallery(Live<Theme> theme) {
        this.theme = theme;
    }

    /// Answers with the picture, unless whoever asks has it already.
    ///
    /// @throws Refused when too many pictures are being drawn
    ResponseEntity<byte[]> show(Preview preview, Duration fresh, WebRequest request) {
        var look = theme.now();
        var etag = '"' + name(preview, look) + '"';
        var keeping = CacheControl.maxAge(fresh).cachePublic();
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(304).eTag(etag).cacheControl(keeping).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(keeping)
                .eTag(etag)
                .header("Vary", "Accept-Language, Cookie")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline")
                .header("Server-Timing", Questions.told())
                .body(drawn.get(etag, _ -> draw(preview, look)));
    }

    private static String name(Preview preview, Theme look) {
        var logo = look.logo() == null ? "" : Sha256.hex(look.logo().bytes());
        var all = HAND + "\n" + look.colour() + "\n" + logo + "\n" + preview;
        return Sha256.hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    }

    private byte[] draw(Preview preview, Theme look) {
        try {
            if (!easels.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refused(new Refusal.Unavailable("drawing"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refused(new Refusal.Unavailable("drawing"));
        }
        try {
            return png(Picture.of(preview, look));
        } finally {
            easels.release();
        }
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
