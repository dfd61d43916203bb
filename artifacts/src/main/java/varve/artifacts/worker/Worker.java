package varve.artifacts.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import varve.artifacts.Inspection;
import varve.artifacts.WorkshopTrouble;

/// One child process. For one caller at a time; after an exception it is dead.
final class Worker implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(5);

    /// The child died: of the upload, or of somebody who killed it.
    static final class Died extends Exception {
        Died(Throwable cause) {
            super("the worker died", cause);
        }
    }

    /// The child was killed because it took too long.
    static final class Late extends Exception {
        Late(Duration limit, Throwable cause) {
            super("the worker took longer than " + limit, cause);
        }
    }

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ScheduledExecutorService clock;
    private int inspections;
    private volatile boolean ended;

    /// @param room a folder of the child's own
    Worker(WorkerSettings settings, Path room, ScheduledExecutorService clock)
            throws WorkshopTrouble {
        this.clock = clock;
        try {
            process = start(settings, room);
            in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
            out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
            limited(START, this::expectReady);
        } catch (IOException | Died | Late e) {
            throw new WorkshopTrouble("a worker does not start", e);
        }
    }

    private static Process start(WorkerSettings settings, Path room) throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + settings.heapMegabytes() + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+DisplayVMOutputToStderr",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + room.resolve("crash.log"),
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + room,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        settings.classPath(),
                        WorkerMain.class.getName());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> !name.startsWith("L"));
        return builder.start();
    }

    private Void expectReady() throws IOException {
        if (in.readInt() != WorkerMain.READY) {
            throw new IOException("the worker says something else than that it is ready");
        }
        return null;
    }

    /// @throws Died when the child ended before it answered
    /// @throws Late when it had not answered in time
    /// @throws WorkshopTrouble when it had trouble itself
    Inspection inspect(Request request, Duration limit) throws Died, Late, WorkshopTrouble {
        inspections++;
        return limited(
                limit,
                () -> {
                    Frames.write(out, request);
                    out.flush();
                    return Reply.read(in);
                });
    }

    /// A conversation with the child.
    private interface Talk<T> {
        T run() throws IOException, WorkshopTrouble;
    }

    private <T> T limited(Duration limit, Talk<T> talk) throws Died, Late, WorkshopTrouble {
        var late = new AtomicBoolean();
        var alarm =
                clock.schedule(
                        () -> {
                            late.set(true);
                            process.destroyForcibly();
                        },
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
        try {
            return talk.run();
        } catch (IOException e) {
            close();
            if (late.get()) {
                throw new Late(limit, e);
            }
            throw new Died(e);
        } finally {
            alarm.cancel(false);
        }
    }

    /// A killed process is still there for a moment, so its end is also remembered here.
    boolean isAlive() {
        return !ended && process.isAlive();
    }

    /// How many uploads it has been given.
    int inspections() {
        return inspections;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        ended = true;
        process.destroyForcibly();
        try {
            process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
