package varve.projections.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills indexes that are not there: after an upgrade that changed them, or when the search server
/// has lost what it had. What reads the log does so too, but only once there is something new.
public final class IndexWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final List<Indexing<?>> indexes;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("varve-index-watch").factory());

    public IndexWatch(List<Indexing<?>> indexes) {
        this.indexes = List.copyOf(indexes);
    }

    public void start() {
        clock.scheduleWithFixedDelay(
                this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (var index : indexes) {
            try {
                index.prepare();
            } catch (IOException | RuntimeException e) {
                // the index's reader tells the operator who is away; here it is tried again anyway
                LOG.debug("index of {} is not looked after: {}", index.name(), e.toString());
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
