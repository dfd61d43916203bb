package varve.command.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What this node does again and again, with a pause before each time. Closing waits a moment for a
/// round under way, since an interrupt would cost its connection.
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LAST_ROUND = Duration.ofSeconds(1);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Rounds(String name, Duration pause, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /// Begins with a pause. A round that fails is told and does not end the others.
    public static Rounds every(Duration pause, String name, Runnable round) {
        var rounds = new Rounds(name, pause, round);
        rounds.thread.start();
        return rounds;
    }

    private void run() {
        try {
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                go();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void go() {
        try {
            round.run();
        } catch (RuntimeException trouble) {
            if (closing.getCount() > 0) {
                LOG.atWarn()
                        .addKeyValue("reason", trouble.toString())
                        .log("{} waits for its next round", name);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LAST_ROUND);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
