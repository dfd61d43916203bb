package varve.eventlog;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.eventlog.postgres.Pace;

/// What happens after a batch was rolled back. If a fact is to blame, the batch comes again fact by
/// fact. In any case Axon's pause, which doubles up to a minute, is cut short.
final class Setbacks implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Setbacks.class);

    /// How often the same trouble is told of while it lasts.
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(150);
    private static final int MOST_STEPS = 20;

    private final FactInvoker invoker;
    private final Pace pace;
    private final ScheduledExecutorService timer;
    private volatile @Nullable PooledStreamingEventProcessor processor;
    private volatile String told = "";
    private volatile long toldAt;

    Setbacks(FactInvoker invoker, Pace pace, ScheduledExecutorService timer) {
        this.invoker = invoker;
        this.pace = pace;
        this.timer = timer;
    }

    void of(PooledStreamingEventProcessor processor) {
        this.processor = processor;
    }

    @Override
    public void handleError(ErrorContext context) throws Exception {
        boolean outside = invoker.isTransient(context.error());
        if (outside) {
            tell(context.eventProcessor(), context.error());
        } else {
            long last = Facts.position(context.failedEvents().getLast());
            if (pace.isCareful(last)) {
                invoker.condemn(last, context.error());
            }
            pace.carefulUntil(last);
        }
        schedule(outside ? LATER : SOON, MOST_STEPS);
        switch (context.error()) {
            case Error e -> throw e;
            case Exception e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /// One line, once in a while: somebody else is away, and where this stands is of no interest.
    private void tell(String projection, Throwable trouble) {
        var root = trouble;
        for (var cause = root.getCause();
                cause != null && cause != root;
                cause = cause.getCause()) {
            root = cause;
        }
        var why = "%s (%s)".formatted(trouble.getMessage(), root);
        long now = System.nanoTime();
        if (!why.equals(told) || now - toldAt > TOLD_AGAIN.toNanos()) {
            LOG.warn("{} waits: {}", projection, why);
            told = why;
            toldAt = now;
        }
    }

    /// Axon's coordinator needs several passes to let a failed segment go and claim it again, and
    /// would make them at its leisure.
    private void schedule(Duration delay, int steps) {
        var _ = timer.schedule(() -> hurry(steps), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void hurry(int steps) {
        var hurried = processor;
        if (hurried == null || !hurried.isRunning() || isWorking(hurried)) {
            return;
        }
        hurried.releaseSegment(0, -1, TimeUnit.SECONDS); // released until a moment that is over
        if (steps > 0) {
            schedule(STEP, steps - 1);
        }
    }

    private static boolean isWorking(PooledStreamingEventProcessor processor) {
        var status = processor.processingStatus().get(0);
        return status != null && !status.isErrorState();
    }
}
