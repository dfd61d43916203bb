package varve.eventlog;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import varve.eventlog.postgres.Pace;

/// One projection with the processor that feeds it: one segment, so that facts come in log order.
final class Reader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_BATCH = Duration.ofSeconds(60);

    private final Projection projection;
    private final Shared shared;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final FactInvoker invoker;
    private final Pace pace = new Pace();
    private final ReentrantLock turns = new ReentrantLock();
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService worker;
    private final ScheduledExecutorService timer;
    private final PooledStreamingEventProcessor processor;

    Reader(Projection projection, Shared shared, int batch) {
        this.projection = projection;
        this.shared = shared;
        letters = shared.letters(projection.name());
        coordinator = executor("coordinator");
        worker = executor("worker");
        timer = executor("timer");
        invoker =
                new FactInvoker(
                        projection, shared.checkpoints(), letters, shared.nested(), pace, turns);
        var setbacks = new Setbacks(invoker, pace, timer);
        processor =
                PooledStreamingEventProcessor.builder()
                        .name(projection.name())
                        .eventHandlerInvoker(invoker)
                        .errorHandler(setbacks)
                        .messageSource(shared.store().paced(pace))
                        .initialToken(StreamableMessageSource::createTailToken)
                        .tokenStore(shared.tokens())
                        .transactionManager(shared.transactions())
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(worker)
                        .initialSegmentCount(1)
                        .batchSize(batch)
                        .tokenClaimInterval(LOOK.toMillis())
                        .claimExtensionThreshold(LOOK.toMillis())
                        .build();
        setbacks.of(processor);
    }

    private ScheduledExecutorService executor(String part) {
        return Executors.newScheduledThreadPool(
                1,
                Thread.ofVirtual()
                        .name("varve-" + projection.name() + "-" + part + "-", 0)
                        .factory());
    }

    String name() {
        return projection.name();
    }

    /// Returns at once; the processor begins as soon as the database lets it.
    void start() {
        Thread.ofVirtual().name("varve-" + name() + "-start").start(this::startProcessor);
    }

    private void startProcessor() {
        try {
            processor.start();
        } catch (RuntimeException e) {
            if (!coordinator.isShutdown()) {
                LOG.warn("{} did not start, trying again", name(), e);
                var _ = timer.schedule(this::startProcessor, 1, TimeUnit.SECONDS);
            }
        }
    }

    /// Stops, drops all that was derived and begins anew. Other nodes that were reading find their
    /// checkpoint gone and go on from wherever the new one stands.
    void restart() {
        awaitStop(processor.shutdownAsync());
        try {
            if (projection.rebuildsInOneGo()) {
                rebuild();
            } else {
                new TransactionTemplate(shared.platform())
                        .executeWithoutResult(_ -> {
                            shared.checkpoints().restart(name());
                            projection.reset();
                        });
            }
            shared.checkpoints().forget(name());
            pace.restart();
        } finally {
            start();
        }
    }

    private void rebuild() {
        turns.lock();
        try {
            new Rebuild(projection, shared, letters, invoker).run();
        } finally {
            turns.unlock();
        }
    }

    private void awaitStop(CompletableFuture<Void> stopped) {
        try {
            stopped.get(LONGEST_BATCH.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping " + name());
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException(name() + " does not stop", e);
        }
    }

    /// Offers every stream that waits to the projection again, and says how many facts it took in.
    int retryDeadLetters() {
        turns.lock();
        try {
            var transaction = new TransactionTemplate(shared.platform());
            return new DeadLetterRetry(invoker, letters, transaction).run();
        } finally {
            turns.unlock();
        }
    }

    CompletableFuture<Void> stop() {
        timer.shutdownNow();
        return processor.shutdownAsync();
    }

    /// @param stopped as returned by {@link #stop()}
    void awaitStop(CompletableFuture<Void> stopped, Duration atMost) {
        try {
            stopped.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("{} is interrupted: {}", name(), e.toString());
        }
        close();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        coordinator.shutdownNow();
        worker.shutdownNow();
    }
}
