package varve.acceptance.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// A program that is running, whose questions are answered as a person would.
public final class Conversation implements AutoCloseable {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);

    private final String command;
    private final Process process;
    private final Path said;
    private final long begun = System.nanoTime();

    private Conversation(String command, Process process, Path said) {
        this.command = command;
        this.process = process;
        this.said = said;
    }

    static Conversation with(ProcessBuilder program) {
        try {
            var said = Files.createTempFile("varve-acceptance-", ".out");
            var process = program.redirectErrorStream(true).redirectOutput(said.toFile()).start();
            return new Conversation(String.join(" ", program.command()), process, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the program has said this.
    public Conversation awaiting(String text) {
        found(Pattern.compile("(" + Pattern.quote(text) + ")"));
        return this;
    }

    /// Waits until the program has said something of this form.
    ///
    /// @return its first group
    public String found(Pattern form) {
        var found = new AtomicReference<>("");
        eventually(
                ANSWERS_WITHIN,
                () -> {
                    var matcher = form.matcher(output());
                    assertThat(matcher.find()).as("%s in: %s", form, output()).isTrue();
                    found.set(matcher.group(1));
                });
        return found.get();
    }

    public Conversation typing(String line) {
        try {
            var in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for its end.
    public Run end() {
        try {
            boolean ended = process.waitFor(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(ended).as("%s has ended; it said: %s", command, output()).isTrue();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            return new Run(command, process.exitValue(), output(), took);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            Files.deleteIfExists(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String output() {
        try {
            return new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
                    .replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
