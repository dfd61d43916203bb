package varve.query.pages.readme;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// Makes what authors write in comments fit to be shown. A page whose comments take too long is
/// shown with its comments as they were written.
@Component
public class Prose implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Prose.class);
    private static final int LARGEST = 64 << 10;
    private static final int SECONDS = 2;

    /// Writes Markdown as HTML that may be put into a page as it is.
    public interface Pen {
        /// @param file in which it stands, from which its relative links count
        /// @param links what `{@link …}` in it leads to, relative to the documentation
        String html(String markdown, FilePath file, Map<String, String> links);
    }

    /// Threads of their own, since a parser that is stuck cannot be stopped.
    private final ThreadPoolExecutor printers =
            new ThreadPoolExecutor(
                    2,
                    2,
                    1,
                    TimeUnit.MINUTES,
                    new ArrayBlockingQueue<>(64),
                    Thread.ofPlatform().daemon().name("prose-", 0).factory());

    Prose() {}

    /// Lets a page be written with a pen, in time.
    ///
    /// @param base address of the version's documentation
    public <P> P page(VersionRef version, String base, Function<Pen, P> writing) {
        try {
            Pen pen = (markdown, file, links) -> html(markdown, version, file, base, links);
            var printing = printers.submit(() -> writing.apply(pen));
            try {
                return printing.get(SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                printing.cancel(true);
                LOG.atWarn()
                        .addKeyValue("version", version)
                        .setCause(e)
                        .log("comments cannot be rendered");
            }
        } catch (RejectedExecutionException _) {
            LOG.warn("too many pages at once: comments are shown as they were written");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return writing.apply((markdown, _, _) -> plain(markdown));
    }

    private static String html(
            String markdown,
            VersionRef version,
            FilePath file,
            String base,
            Map<String, String> links) {
        if (markdown.isBlank()) {
            return "";
        }
        if (markdown.length() > LARGEST) {
            return plain(markdown);
        }
        var resolved = InlineLinks.resolved(markdown, base, links);
        return Markdown.html(resolved, new Links(version, file));
    }

    private static String plain(String text) {
        return text.isBlank()
                ? ""
                : "<pre class=\"written\">" + HtmlUtils.htmlEscape(text) + "</pre>";
    }

    @Override
    public void close() {
        printers.shutdownNow();
    }
}
