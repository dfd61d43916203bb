package varve.command.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import varve.contract.publishing.AttemptId;

/// Keeps a bounded number of inspections going: takes jobs as they come, holds their leases, and
/// gives back what failed through no fault of the author's.
public final class Inspectors implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inspectors.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = InspectionQueue.LEASE.dividedBy(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final InspectionQueue queue;
    private final Inspector inspector;
    private final Semaphore hands;
    private final Set<AttemptId> inHand = ConcurrentHashMap.newKeySet();
    private volatile List<Thread> threads = List.of();
    private volatile boolean closed;

    /// @param atOnce how many uploads are looked into at the same time
    public Inspectors(InspectionQueue queue, Inspector inspector, int atOnce) {
        this.queue = queue;
        this.inspector = inspector;
        this.hands = new Semaphore(atOnce);
    }

    public void start() {
        threads =
                List.of(
                        Thread.ofVirtual().name("inspectors").start(this::takeJobs),
                        Thread.ofVirtual().name("inspection-leases").start(this::holdLeases));
    }

    private void takeJobs() {
        while (!closed) {
            try {
                hands.acquire();
                if (!takeOne()) {
                    hands.release();
                    queue.awaitWork(LOOK_AGAIN);
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /// @return whether there was one, and it now runs with the hand it was given
    private boolean takeOne() {
        try {
            var job = queue.take();
            job.ifPresent(
                    taken -> Thread.ofVirtual().name("inspection").start(() -> inspect(taken)));
            return job.isPresent();
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("cannot take inspection jobs");
            return false;
        }
    }

    private void inspect(InspectionQueue.Job job) {
        inHand.add(job.attempt());
        try {
            inspector.inspect(job);
        } catch (Exception trouble) {
            postpone(job, trouble);
        } finally {
            inHand.remove(job.attempt());
            hands.release();
        }
    }

    private void postpone(InspectionQueue.Job job, Exception trouble) {
        if (closed) {
            return;
        }
        var pause = Duration.ofSeconds(1L << Math.min(job.tries() - 1, 5));
        LOG.atWarn()
                .addKeyValue("publishing.id", job.attempt().text())
                .addKeyValue("version", job.version().text())
                .addKeyValue("tries", job.tries())
                .setCause(trouble)
                .log("inspection put off");
        try {
            queue.postpone(
                    job.attempt(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        } catch (DataAccessException e) {
            LOG.atWarn()
                    .addKeyValue("reason", e.getMessage())
                    .log("the lease will run out instead");
        }
    }

    private void holdLeases() {
        while (!closed) {
            try {
                Thread.sleep(HEARTBEAT);
                queue.extend(List.copyOf(inHand));
            } catch (InterruptedException _) {
                return;
            } catch (DataAccessException e) {
                LOG.atWarn().addKeyValue("reason", e.getMessage()).log("cannot extend leases");
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
