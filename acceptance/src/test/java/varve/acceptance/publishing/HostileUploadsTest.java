package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// The registry of these tests has a heap of 512 MB.
@Tag("long")
@ExtendWith(TellsLogs.class)
class HostileUploadsTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int AT_ONCE = 4;

    @Test
    void a_thousand_hostile_uploads_get_clear_answers_and_leave_nothing() throws Exception {
        send(1_000);
    }

    private static void send(int uploads) throws Exception {
        var varve = Shared.varve();
        var bench = Bench.in(varve);
        var hostile = new Hostile(bench);
        assertThat(uploads).isGreaterThan(hostile.kinds());
        var answers = new ConcurrentHashMap<String, Integer>();
        var succeeded = ConcurrentHashMap.<String>newKeySet();
        var hands = new Semaphore(AT_ONCE);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < uploads; i++) {
                int number = i;
                all.add(
                        senders.submit(() -> {
                            hands.acquire();
                            try {
                                var code = answer(bench, hostile, number);
                                answers.merge(code, 1, Integer::sum);
                                if (code.equals("success")) {
                                    succeeded.add(version(number));
                                }
                            } finally {
                                hands.release();
                            }
                            return null;
                        }));
            }
            for (var one : all) {
                one.get(30, TimeUnit.MINUTES);
            }
        }
        System.out.println(new TreeMap<>(answers));

        assertThat(varve.isAlive()).isTrue();
        assertThat(varve.said()).doesNotContain("OutOfMemoryError");
        eventually(Duration.ofSeconds(30), () -> assertThat(bench.uploadsOnTheShelf()).isEmpty());
        assertThat(bench.versionsOnTheShelf()).containsExactlyInAnyOrderElementsOf(succeeded);
        var whole = bench.luca().upload(bench.pkg(), "9.0.0", bench.fleet(3)).is(200).json();
        bench.luca().awaitSuccess(whole.path("id").asString());
    }

    /// The code of the answer or of the task's error, or `success`.
    private static String answer(Bench bench, Hostile hostile, int number) {
        var upload = hostile.upload(number);
        var version = version(number);
        long begun = System.nanoTime();
        var answer = bench.luca().upload(bench.pkg(), version, upload);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
        assertThat(answer.status()).as("%d: %s", number, answer.text()).isLessThan(500);
        if (answer.status() != 200) {
            return answer.json().path("code").asString();
        }
        var ended = bench.luca().awaitEnd(answer.json().path("id").asString());
        bench.isWholeOrNotThere(version, ended);
        var code = ended.path("error").path("code").asString("");
        assertThat(code).as("%d: %s", number, ended).isNotEqualTo("internalServerError");
        return code.isEmpty() ? ended.path("status").asString() : code;
    }

    private static String version(int number) {
        return "1.0." + number;
    }
}
