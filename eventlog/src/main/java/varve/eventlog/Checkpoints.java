package varve.eventlog;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far each projection has read, as the token table says, and waiting for it.
final class Checkpoints {
    /// How often the table is asked about progress on other nodes.
    private static final Duration LOOK = Duration.ofMillis(100);

    private final JdbcClient jdbc;
    private final String node;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, Long> here = new ConcurrentHashMap<>();

    private record Token(String owner, long position) {}

    Checkpoints(JdbcClient jdbc, String node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    long position(String projection) {
        return jdbc.sql(
                        """
                        select coalesce(convert_from(token, 'UTF8')::bigint, 0)
                        from varve_log.token where processor_name = ? and segment = 0
                        """)
                .param(projection)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Begins a batch, in its transaction: keeps everybody else away from the checkpoint until it
    /// is committed, and makes sure that the batch begins exactly there. A reader whose checkpoint
    /// was taken over or set back finds out here, before it has done anything.
    ///
    /// @return streams with dead letters, whose facts have to wait
    /// @throws UnableToClaimTokenException when it does not
    Set<String> begin(String projection, long first) {
        var token = lock(projection);
        if (!token.owner().equals(node) || token.position() != first - 1) {
            forget(projection);
            throw new UnableToClaimTokenException(
                    "%s stands at %d for %s, not before %d for %s"
                            .formatted(projection, token.position(), token.owner(), first, node));
        }
        return deadStreams(projection);
    }

    private Token lock(String projection) {
        return jdbc.sql(
                        """
                        select coalesce(owner, '') as owner,
                               coalesce(convert_from(token, 'UTF8')::bigint, 0) as position
                        from varve_log.token where processor_name = ? and segment = 0 for update
                        """)
                .param(projection)
                .query(Token.class)
                .optional()
                .orElseThrow(() -> new UnableToClaimTokenException(projection + " has no token"));
    }

    private Set<String> deadStreams(String projection) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct sequence_identifier from varve_log.dead_letter
                                where processing_group = ?
                                """)
                        .param(projection)
                        .query(String.class)
                        .list());
    }

    /// Keeps every node from processing until this transaction ends.
    void hold(String projection) {
        lock(projection);
    }

    /// Sets a checkpoint back to the beginning, whoever owns it; the dead letters go too, as their
    /// facts will come again. The present owner notices with its next batch.
    void restart(String projection) {
        jdbc.sql(
                        """
                        update varve_log.token
                        set owner = null, token = convert_to('0', 'UTF8'), token_type = 'position'
                        where processor_name = ?
                        """)
                .param(projection)
                .update();
        jdbc.sql("delete from varve_log.dead_letter where processing_group = ?")
                .param(projection)
                .update();
    }

    /// Sets a checkpoint forward that nobody owns, in the transaction that did the work.
    void move(String projection, long position) {
        jdbc.sql(
                        "update varve_log.token set token = convert_to(?, 'UTF8') where processor_name = ?")
                .params(Long.toString(position), projection)
                .update();
    }

    /// A batch up to here was committed on this node.
    void advanced(String projection, long position) {
        here.put(projection, position);
        signal();
    }

    /// What is known of progress on this node no longer holds.
    void forget(String projection) {
        here.remove(projection);
    }

    private void signal() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean await(String projection, long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            if (here.getOrDefault(projection, 0L) >= position || reached(projection, position)) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 || !sleep(projection, position, Math.min(left, LOOK.toNanos()))) {
                return false;
            }
        }
    }

    private boolean reached(String projection, long position) {
        try {
            return position(projection) >= position;
        } catch (DataAccessException _) {
            return false; // it may be back before the wait is over
        }
    }

    /// @return false when interrupted
    private boolean sleep(String projection, long position, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (left > 0 && here.getOrDefault(projection, 0L) < position) {
                left = moved.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
