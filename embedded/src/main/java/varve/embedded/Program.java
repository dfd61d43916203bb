package varve.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a short-lived program of the operating system to its end.
final class Program {
    private Program() {}

    /// How a program ended and everything it wrote.
    record Outcome(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    /// The output goes through a file: a pipe would stay open, and this call waiting, for as long
    /// as a daemon lives that the program leaves behind.
    static Outcome run(List<String> command, Duration atMost) throws IOException {
        var output = Files.createTempFile("varve-program", ".log");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectInput(Path.of("/dev/null").toFile()).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            await(process, command, atMost);
            return new Outcome(process.exitValue(), Files.readString(output).strip());
        } finally {
            Files.delete(output);
        }
    }

    private static void await(Process process, List<String> command, Duration atMost)
            throws IOException {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(
                        command.getFirst() + " did not end within " + atMost.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + command.getFirst(), e);
        }
    }
}
