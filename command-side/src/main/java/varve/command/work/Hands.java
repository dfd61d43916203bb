package varve.command.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Keeps a bounded number of jobs going: takes them as they come, holds their leases, and gives
/// back what failed through no fault of the author's.
public final class Hands<J extends JobQueue.Job> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hands.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Leases.LENGTH.dividedBy(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /// What is done with a job. Whatever it throws is trouble of ours.
    public interface Work<J> {
        void on(J job) throws Exception;
    }

    private final JobQueue<J> queue;
    private final Work<J> work;
    private final Semaphore hands;
    private final Set<Object> inHand = ConcurrentHashMap.newKeySet();
    private final Lock taking = new ReentrantLock();
    private @Nullable Thread taker;
    private @Nullable Rounds leases;
    private volatile boolean closed;

    /// @param atOnce how many jobs are worked on at the same time
    public Hands(JobQueue<J> queue, Work<J> work, int atOnce) {
        this.queue = queue;
        this.work = work;
        this.hands = new Semaphore(atOnce);
    }

    public void start() {
        taker = Thread.ofVirtual().name(queue.name() + "-hands").start(this::takeJobs);
        leases = Rounds.every(HEARTBEAT, queue.name() + "-leases", this::holdLeases);
    }

    private void takeJobs() {
        while (!closed) {
            try {
                hands.acquire();
                if (!takeOne()) {
                    hands.release();
                    queue.leases().awaitWork(LOOK_AGAIN);
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /// @return whether there was one, and it now runs with the hand it was given
    private boolean takeOne() {
        taking.lock();
        try {
            var job = closed ? Optional.<J>empty() : queue.take();
            job.ifPresent(
                    taken -> Thread.ofVirtual().name(queue.name()).start(() -> perform(taken)));
            return job.isPresent();
        } catch (DataAccessException e) {
            if (!closed) {
                LOG.atWarn()
                        .addKeyValue("reason", e.getMessage())
                        .log("cannot take {} jobs", queue.name());
            }
            return false;
        } finally {
            taking.unlock();
        }
    }

    private void perform(J job) {
        inHand.add(job.key());
        try {
            work.on(job);
        } catch (Exception trouble) {
            postpone(job, trouble);
        } finally {
            inHand.remove(job.key());
            hands.release();
        }
    }

    private void postpone(J job, Exception trouble) {
        if (closed) {
            return;
        }
        var pause = Duration.ofSeconds(1L << Math.min(job.tries() - 1, 5));
        LOG.atWarn()
                .addKeyValue("job", job.key())
                .addKeyValue("about", job.about())
                .addKeyValue("tries", job.tries())
                .setCause(trouble)
                .log("{} put off", queue.name());
        try {
            queue.leases()
                    .postpone(
                            job.key(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        } catch (DataAccessException e) {
            LOG.atWarn()
                    .addKeyValue("reason", e.getMessage())
                    .log("the lease will run out instead");
        }
    }

    private void holdLeases() {
        queue.leases().extend(List.copyOf(inHand));
    }

    /// Waits a moment for a job being taken: an interrupt there would cost its connection.
    @Override
    public void close() {
        closed = true;
        if (leases != null) {
            leases.close();
        }
        try {
            if (taking.tryLock(1, TimeUnit.SECONDS)) {
                taking.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (taker != null) {
            taker.interrupt();
        }
    }
}
