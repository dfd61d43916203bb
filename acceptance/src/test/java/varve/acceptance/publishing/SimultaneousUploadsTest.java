package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

@ExtendWith(TellsLogs.class)
class SimultaneousUploadsTest {
    private static final int UPLOADS = 100;

    @Test
    void of_a_hundred_uploads_of_one_version_one_wins_and_the_others_are_told_of_it()
            throws Exception {
        var bench = Bench.in(Shared.varve());
        var before = bench.uploadsOnTheShelf();
        var upload = bench.fleet(3);
        var start = new CountDownLatch(1);
        List<Answer> answers;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent =
                    IntStream.range(0, UPLOADS)
                            .mapToObj(_ ->
                                    senders.submit(() -> {
                                        start.await(10, TimeUnit.SECONDS);
                                        return bench.luca().upload(bench.pkg(), "1.0.0", upload);
                                    }))
                            .toList();
            start.countDown();
            answers = new ArrayList<>();
            for (var one : sent) {
                answers.add(one.get(60, TimeUnit.SECONDS));
            }
        }

        var won = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(won).hasSize(1);
        var task = won.getFirst().json().path("id").asString();
        for (var answer : answers) {
            if (answer.status() != 200) {
                var body = answer.is(400).json();
                assertThat(body.path("code").asString()).isEqualTo("duplicateVersionPublish");
                assertThat(body.path("task").path("id").asString()).isEqualTo(task);
            }
        }
        bench.isWholeOrNotThere("1.0.0", bench.luca().awaitEnd(task));
        assertThat(bench.uploadsOnTheShelf()).isSubsetOf(before);
    }
}
