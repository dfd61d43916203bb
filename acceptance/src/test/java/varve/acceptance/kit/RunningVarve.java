package varve.acceptance.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The program, serving in a process of its own on ports and a home of its own.
public final class RunningVarve implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);
    private static final Duration VERB_WITHIN = Duration.ofMinutes(2);

    private final Path home;
    private final Map<String, String> environment;
    private final URI registry;
    private final URI npm;
    private final Program.Pace pace;
    private Process process;
    private Set<ProcessHandle> left = Set.of();

    /// How a stop went.
    public record Stop(int exitCode, Duration took) {}

    private RunningVarve(
            Path home, Map<String, String> settings, int port, int npmPort, Program.Pace pace) {
        this.home = home;
        this.pace = pace;
        environment = new TreeMap<>(Environment.plain());
        environment.put("VARVE_HOME", home.toString());
        environment.put("VARVE_PORT", Integer.toString(port));
        environment.put("VARVE_NPM_PORT", Integer.toString(npmPort));
        environment.putAll(settings);
        registry = URI.create("http://localhost:" + port + "/");
        npm = URI.create("http://localhost:" + npmPort + "/");
        process = Program.serve(environment, log(), pace);
    }

    /// Starts a registry on a fresh home and free ports, and waits until it is ready.
    ///
    /// @param settings besides home and ports
    public static RunningVarve start(Map<String, String> settings) {
        return start(Homes.fresh(), settings, FreePorts.next(), FreePorts.next());
    }

    public static RunningVarve start(
            Path home, Map<String, String> settings, int port, int npmPort) {
        return started(new RunningVarve(home, settings, port, npmPort, Program.Pace.SOON_READY));
    }

    /// One whose speed is measured: it compiles its code as thoroughly as in earnest.
    public static RunningVarve startInEarnest(Map<String, String> settings) {
        return started(
                new RunningVarve(
                        Homes.fresh(),
                        settings,
                        FreePorts.next(),
                        FreePorts.next(),
                        Program.Pace.IN_EARNEST));
    }

    private static RunningVarve started(RunningVarve varve) {
        Leftovers.willEnd(varve);
        varve.awaitReady();
        return varve;
    }

    public URI registry() {
        return registry;
    }

    public URI npm() {
        return npm;
    }

    public Path home() {
        return home;
    }

    public long pid() {
        return process.pid();
    }

    /// The API as the operator's member of staff uses it.
    public Api api() {
        try {
            var token = Files.readString(home.resolve("admin.token")).strip();
            return new Api(registry, token, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the program with a verb, with the settings of this registry.
    public Run verb(String... words) {
        return Program.run(environment, VERB_WITHIN, words);
    }

    /// Asks the process to stop, as Ctrl-C or an init system does, and waits for its end.
    public Stop stop() {
        long begun = System.nanoTime();
        process.destroy();
        awaitEnd();
        return new Stop(process.exitValue(), Duration.ofNanos(System.nanoTime() - begun));
    }

    /// `kill -9` of the program itself; what it had started is left to itself.
    public void kill() {
        left = Set.copyOf(family());
        process.destroyForcibly();
        awaitEnd();
    }

    /// Starts again on the same home and ports.
    public void restart() {
        assertThat(process.isAlive()).isFalse();
        process = Program.serve(environment, log(), pace);
        awaitReady();
    }

    /// All processes that this registry has started.
    public List<ProcessHandle> family() {
        return Stream.concat(
                        Stream.concat(process.descendants(), left.stream()), Homes.postgres(home))
                .filter(ProcessHandle::isAlive)
                .distinct()
                .toList();
    }

    /// Where the program's output goes.
    Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    public String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Ends it with all that it has started, however that goes, and removes its home.
    @Override
    public void close() {
        var family = family();
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        Homes.remove(home);
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS))
                    .as("Varve has ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() {
        eventually(
                READY_WITHIN,
                () -> {
                    if (!process.isAlive()) {
                        throw new ProgramEnded(said());
                    }
                    Web.get(registry.resolve("/readyz")).is(200);
                });
    }

    /// An error, so that nobody goes on waiting for it.
    private static final class ProgramEnded extends Error {
        ProgramEnded(String said) {
            super("Varve ended instead of getting ready, saying\n" + said);
        }
    }
}
