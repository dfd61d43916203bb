package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// Whenever the process dies in which an upload is looked into, the attempt comes to an end.
@Tag("long")
@ExtendWith(TellsLogs.class)
class KilledWorkersTest {
    private static final int MODULES = 40;
    private static final long SEED = 20_260;

    @Test
    void a_hundred_killed_workers_leave_nothing_half_done() {
        kill(100);
    }

    /// The moments are spread from before the worker hears of the upload until after its verdict.
    private static void kill(int times) {
        var bench = Bench.in(Shared.varve());
        var upload = bench.fleet(MODULES);
        long usual = usual(bench, upload);
        var random = new Random(SEED);
        int killed = 0;
        var ends = new TreeMap<String, Integer>();
        for (int i = 0; i < times; i++) {
            var version = "1.0." + i;
            var task = bench.luca().upload(bench.pkg(), version, upload).is(200).json();
            LockSupport.parkNanos(random.nextLong(usual));
            for (var worker : bench.workers()) {
                killed += worker.destroyForcibly() ? 1 : 0;
            }
            var ended = bench.luca().awaitEnd(task.path("id").asString());
            bench.isWholeOrNotThere(version, ended);
            ends.merge(ended.path("status").asString(), 1, Integer::sum);
            if (ended.path("status").asString().equals("failure")) {
                var again = bench.luca().upload(bench.pkg(), version, upload).is(200).json();
                bench.luca().awaitSuccess(again.path("id").asString());
            }
        }
        System.out.printf("%d attempts, %d workers killed: %s%n", times, killed, ends);
        assertThat(killed).isGreaterThanOrEqualTo(times / 2);
        eventually(Duration.ofSeconds(30), () -> assertThat(bench.uploadsOnTheShelf()).isEmpty());
    }

    /// Nanoseconds that an attempt takes when nobody disturbs it.
    private static long usual(Bench bench, byte[] upload) {
        var first = bench.luca().upload(bench.pkg(), "0.0.1", upload).is(200).json();
        bench.luca().awaitSuccess(first.path("id").asString());
        long begun = System.nanoTime();
        var second = bench.luca().upload(bench.pkg(), "0.0.2", upload).is(200).json();
        bench.luca().awaitSuccess(second.path("id").asString());
        return System.nanoTime() - begun;
    }
}
