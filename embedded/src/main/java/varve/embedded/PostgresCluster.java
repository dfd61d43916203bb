package varve.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A data directory and the postmaster over it, worked with PostgreSQL's own tools.
final class PostgresCluster {
    private static final Duration CREATION = Duration.ofMinutes(3);
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Path software;
    private final Path data;
    private final Path log;
    private final List<String> prefix;

    PostgresCluster(Path software, Path data, Path log) {
        this.software = software;
        this.data = data;
        this.log = log;
        this.prefix = Unprivileged.prefix();
    }

    /// Creates the data directory if there is none: whoever signs in needs the password from the
    /// first moment on. Built aside and renamed, so that an interrupted creation starts anew.
    void createIfMissing(String user, Path password, boolean durable) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        var half = data.resolveSibling(data.getFileName() + ".new");
        Software.delete(half);
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("-D", half.toString(), "-U", user, "-E", "UTF-8"));
        arguments.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + password));
        arguments.addAll(List.of("--locale=C", "--locale-provider=builtin"));
        arguments.addAll(List.of("--builtin-locale=C.UTF-8"));
        if (!durable) {
            arguments.add("--no-sync");
        }
        run("initdb", arguments, CREATION);
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Returns when the postmaster accepts connections.
    void start(String options) throws IOException {
        run(
                "pg_ctl",
                List.of(
                        "-D",
                        data.toString(),
                        "-l",
                        log.toString(),
                        "-o",
                        options,
                        "-t",
                        Long.toString(START.toSeconds()),
                        "-w",
                        "start"),
                START.plus(GRACE));
    }

    /// Ends sessions and writes everything back; if that takes too long the log will do it at the
    /// next start.
    void stop() throws IOException {
        if (postmaster().isEmpty()) {
            return;
        }
        try {
            stop("fast");
        } catch (IOException _) {
            if (postmaster().isPresent()) {
                stop("immediate");
            }
        }
    }

    private void stop(String mode) throws IOException {
        var seconds = Long.toString(STOP.toSeconds());
        run(
                "pg_ctl",
                List.of("-D", data.toString(), "-m", mode, "-t", seconds, "-w", "stop"),
                STOP.plus(GRACE));
    }

    /// A program that is killed leaves its postmaster running. Nobody else can be using it, since
    /// we hold the folder: it is stopped. A note about a process that is long gone is removed,
    /// because PostgreSQL would trust it if the number now belongs to something else of ours.
    void endLeftover() throws IOException {
        stop();
        Files.deleteIfExists(pidFile());
    }

    /// The living postmaster of this very data directory.
    Optional<ProcessHandle> postmaster() throws IOException {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> commandLine(process).contains(data.toString()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private void run(String tool, List<String> arguments, Duration atMost) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(software.resolve("bin").resolve(tool).toString());
        command.addAll(arguments);
        var outcome = Program.run(command, atMost);
        if (!outcome.succeeded()) {
            throw new IOException(tool + ": " + outcome.output());
        }
    }
}
