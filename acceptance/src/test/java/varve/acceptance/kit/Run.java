package varve.acceptance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that has run to its end.
///
/// @param output what it said, on both streams, without colours
public record Run(String command, int exitCode, String output, Duration took) {
    /// Runs a program with nothing to read.
    ///
    /// @throws AssertionError when it has not ended by the deadline; it is ended then, with all
    ///   that it started
    static Run of(ProcessBuilder program, Duration deadline) {
        var command = String.join(" ", program.command());
        long begun = System.nanoTime();
        try {
            var said = Files.createTempFile("varve-acceptance-", ".out");
            try {
                var process =
                        program.redirectErrorStream(true)
                                .redirectInput(Path.of("/dev/null").toFile())
                                .redirectOutput(said.toFile())
                                .start();
                boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    end(process);
                    throw new AssertionError(
                            "%s had not ended after %d s and said:%n%s"
                                    .formatted(command, deadline.toSeconds(), read(said)));
                }
                var took = Duration.ofNanos(System.nanoTime() - begun);
                return new Run(command, process.exitValue(), read(said), took);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Runs a program in a folder, with what the user of this machine has set for others left out.
    ///
    /// @param besides environment variables that it sees besides
    public static Run in(
            Path folder, Map<String, String> besides, Duration deadline, List<String> command) {
        var environment = Environment.plain();
        environment.putAll(besides);
        return of(Environment.program(folder, environment, command), deadline);
    }

    public Run succeeds() {
        assertThat(exitCode).as("%s said:%n%s", command, output).isZero();
        return this;
    }

    public Run fails() {
        assertThat(exitCode).as("%s said:%n%s", command, output).isNotZero();
        return this;
    }

    /// Looks into what it said.
    ///
    /// @param words all of which it must have said
    public Run saying(String... words) {
        assertThat(output).as(command).contains(words);
        return this;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String read(Path said) throws IOException {
        return Files.readString(said).replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "");
    }
}
