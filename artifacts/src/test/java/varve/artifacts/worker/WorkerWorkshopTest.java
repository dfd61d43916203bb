package varve.artifacts.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import varve.artifacts.InProcessWorkshop;
import varve.artifacts.Inspection;
import varve.artifacts.Samples;
import varve.artifacts.Tar;
import varve.artifacts.WorkshopTrouble;
import varve.artifacts.engine.TypeScript;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class WorkerWorkshopTest {
    private static final WorkerSettings ONE = WorkerSettings.of(1);

    @TempDir Path folder;

    @Test
    void a_child_says_the_same_as_this_process() throws Exception {
        var upload = upload(Samples.everything());
        try (var workers = new WorkerWorkshop(ONE);
                var typeScript = new TypeScript();
                var here = new InProcessWorkshop(typeScript)) {
            var there = (Inspection.Sound) workers.inspect(upload, Samples.ORDER);
            var same = (Inspection.Sound) here.inspect(upload, Samples.ORDER);

            assertThat(there.contents()).isEqualTo(same.contents());
            assertThat(there.npmTarball()).isEqualTo(same.npmTarball());
            assertThat(there.versionMeta()).isEqualTo(same.versionMeta());
            assertThat(there.files())
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(same.files());
        }
    }

    @Test
    void hostile_nesting_ends_in_a_verdict_and_the_next_upload_is_served() throws Exception {
        var nested = "export const a = " + "[".repeat(100_000) + "]".repeat(100_000) + ";";
        try (var workers = new WorkerWorkshop(ONE)) {
            assertThat(workers.inspect(upload(Samples.of(nested)), Samples.ORDER))
                    .isInstanceOfSatisfying(
                            Inspection.Faulty.class,
                            faulty -> assertThat(faulty.code()).isEqualTo("graphError"));
            assertThat(workers.inspect(upload(Samples.of("export {};")), Samples.ORDER))
                    .isInstanceOf(Inspection.Sound.class);
        }
    }

    @Test
    void a_killed_child_is_replaced_and_the_answer_arrives() throws Exception {
        try (var workers = new WorkerWorkshop(ONE)) {
            workers.warmUp();
            var victim = workers.pids().getFirst();
            var answer = later(workers, upload(Samples.of(large(2_000))));
            ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);

            assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(Inspection.Sound.class);
            assertThat(workers.pids()).hasSize(1).doesNotContain(victim);
        }
    }

    @Test
    void an_upload_that_kills_every_child_is_at_fault() throws Exception {
        var small =
                new WorkerSettings(
                        1, ONE.classPath(), ONE.limit(), ONE.patience(), /* heapMegabytes= */ 32);
        try (var workers = new WorkerWorkshop(small)) {
            assertThat(workers.inspect(upload(Samples.of(large(60_000))), Samples.ORDER))
                    .isEqualTo(
                            new Inspection.Faulty(
                                    "graphError",
                                    "the package could not be analysed: too deeply nested or too"
                                            + " large"));
            assertThat(workers.inspect(upload(Samples.of("export {};")), Samples.ORDER))
                    .isInstanceOf(Inspection.Sound.class);
        }
    }

    @Test
    void an_upload_that_takes_too_long_twice_is_at_fault() throws Exception {
        try (var workers = new WorkerWorkshop(ONE.withLimit(Duration.ofMillis(1)))) {
            var verdict = workers.inspect(upload(Samples.of(large(5_000))), Samples.ORDER);

            assertThat(verdict).isInstanceOf(Inspection.Faulty.class);
            assertThat(verdict.toString()).contains("graphError", "within 0 seconds");
        }
    }

    @Test
    void many_callers_share_few_children() throws Exception {
        var upload = upload(Samples.of("export {};"));
        try (var workers = new WorkerWorkshop(WorkerSettings.of(2))) {
            var answers = IntStream.range(0, 12).mapToObj(_ -> later(workers, upload)).toList();

            for (var answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(Inspection.Sound.class);
            }
            assertThat(workers.pids()).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void children_end_with_the_workshop() throws Exception {
        ProcessHandle child;
        try (var workers = new WorkerWorkshop(ONE)) {
            workers.warmUp();
            child = ProcessHandle.of(workers.pids().getFirst()).orElseThrow();
        }

        child.onExit().get(10, TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void a_child_whose_parent_is_gone_ends_itself() throws Exception {
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WorkerMain.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(new DataInputStream(child.getInputStream()).readInt())
                .isEqualTo(WorkerMain.READY);

        child.getOutputStream().close();

        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
    }

    private Path upload(Map<String, String> files) {
        return Tar.upload(folder, files);
    }

    private static CompletableFuture<Inspection> later(WorkerWorkshop workers, Path upload) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return workers.inspect(upload, Samples.ORDER);
                    } catch (WorkshopTrouble trouble) {
                        throw new IllegalStateException(trouble);
                    }
                },
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private static String large(int functions) {
        var text = new StringBuilder();
        for (int i = 0; i < functions; i++) {
            text.append(
                    "export function f%d(a: number): number { return a + %d; }\n".formatted(i, i));
        }
        return text.toString();
    }
}
