package varve.query.pages.readme;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import varve.blobs.Blob;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;
import varve.query.pages.source.Tarballs;

/// Takes READMEs from the shelf and makes them fit to be shown. What is published never changes, so
/// each is made once; one that takes too long is shown as it was written.
@Component
public class Readmes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readmes.class);
    private static final int LARGEST = 256 * 1024;
    private static final int SECONDS = 2;
    private static final long KEPT_CHARACTERS = 16L << 20;

    private static final Pattern README = Pattern.compile("(?i)/readme(\\.md|\\.markdown)?");
    private static final FilePath IN_TARBALL = FilePath.of("/README.md");

    private record Key(VersionRef version, FilePath file) {}

    /// Threads of their own, since a parser that is stuck cannot be stopped.
    private final ThreadPoolExecutor printers =
            new ThreadPoolExecutor(
                    2,
                    2,
                    1,
                    TimeUnit.MINUTES,
                    new ArrayBlockingQueue<>(64),
                    Thread.ofPlatform().daemon().name("readme-", 0).factory());

    private final Cache<Key, Readme> made =
            Caffeine.newBuilder()
                    .maximumWeight(KEPT_CHARACTERS)
                    .weigher((Key _, Readme readme) -> weight(readme))
                    .build();
    private final Blobs blobs;
    private final Tarballs tarballs;

    Readmes(Blobs blobs, Tarballs tarballs) {
        this.blobs = blobs;
        this.tarballs = tarballs;
    }

    /// The README in an npm package's tarball.
    ///
    /// @param file as the package names it, or null to look for one
    /// @return empty when there is none
    /// @throws ShelfTrouble when the shelf does not answer
    public Optional<Readme> inTarball(VersionRef version, @Nullable String file) {
        var key = new Key(version, IN_TARBALL);
        var known = made.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        return tarballs.look(version, path -> isReadme(path, file), LARGEST)
                .filter(look -> look.path() != null)
                .map(look -> {
                    var content = look.content();
                    var path = FilePath.of(Objects.requireNonNull(look.path()));
                    return content == null
                            ? new Readme.TooLarge(LARGEST)
                            : made(key, path, new String(content, StandardCharsets.UTF_8));
                });
    }

    private static boolean isReadme(String path, @Nullable String named) {
        return path.equals("/" + named) || README.matcher(path).matches();
    }

    /// The README of a version.
    ///
    /// @return empty when there is no such file
    /// @throws ShelfTrouble when the shelf does not answer
    public Optional<Readme> of(VersionRef version, FilePath file) {
        var key = new Key(version, file);
        var known = made.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        var found = blobs.get(Paths.module(version, file));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var blob = found.get()) {
            return Optional.of(made(key, blob));
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + file.text(), e);
        }
    }

    @Override
    public void close() {
        printers.shutdownNow();
    }

    private Readme made(Key key, Blob blob) throws IOException {
        if (blob.size() > LARGEST) {
            return new Readme.TooLarge(blob.size());
        }
        var text = new String(blob.content().readAllBytes(), StandardCharsets.UTF_8);
        return made(key, key.file(), text);
    }

    private Readme made(Key key, FilePath file, String text) {
        if (!isMarkdown(file)) {
            return new Readme.Plain(text);
        }
        try {
            var readme = rendered(new Key(key.version(), file), text);
            made.put(key, readme);
            return readme;
        } catch (RejectedExecutionException _) {
            return new Readme.Plain(text);
        }
    }

    private Readme rendered(Key key, String text) {
        var printing =
                printers.submit(() -> Markdown.html(text, new Links(key.version(), key.file())));
        try {
            return new Readme.Rendered(printing.get(SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException e) {
            printing.cancel(true);
            LOG.atWarn()
                    .addKeyValue("version", key.version())
                    .setCause(e)
                    .log("a README cannot be rendered");
            return new Readme.Plain(text);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Readme.Plain(text);
        }
    }

    private static boolean isMarkdown(FilePath file) {
        var name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    private static int weight(Readme readme) {
        return switch (readme) {
            case Readme.Rendered(var html) -> html.length();
            case Readme.Plain(var text) -> text.length();
            case Readme.TooLarge _ -> 1;
        };
    }
}
