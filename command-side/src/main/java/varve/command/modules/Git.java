package varve.command.modules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The `git` program, run where nothing of the machine's or the repository's configuration counts:
/// no hooks, no credentials, no questions, and no process that outlives its deadline.
final class Git {
    /// A pack larger than this is not fetched to its end.
    private static final long LARGEST_FILE = 1L << 30;

    /// How long reading what was fetched may take, which depends on how fast it can be laid down.
    private static final Duration LONGEST_TALK = Duration.ofMinutes(15);

    private static final int MOST_OUTPUT = 64 << 20;
    private static final int MOST_COMPLAINT = 8 << 10;

    private static final String CONFIGURATION =
            """
            [safe]
                directory = *
            [core]
                hooksPath = /dev/null
                bigFileThreshold = 512k
                deltaBaseCacheLimit = 16m
            [fetch]
                unpackLimit = 1
            [pack]
                threads = 1
            [gc]
                auto = 0
            [maintenance]
                auto = false
            [protocol]
                allow = never
            [protocol "file"]
                allow = always
            [protocol "http"]
                allow = always
            [protocol "https"]
                allow = always
            [http]
                lowSpeedLimit = 1000
                lowSpeedTime = 30
            """;

    /// It ended, and not well.
    ///
    /// @see #getMessage() for what it complained about
    static final class Failed extends IOException {
        Failed(String complaint) {
            super(complaint);
        }
    }

    /// It was ended, because it took too long.
    static final class TooSlow extends IOException {
        TooSlow(Duration patience) {
            super("git did not finish within " + patience.toSeconds() + " s");
        }
    }

    private final Path folder;
    private final long deadline;
    private final Duration patience;

    private Git(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /// Git in an empty folder of its own, for as long as the patience lasts.
    static Git in(Path folder, Duration patience) throws IOException {
        Files.writeString(folder.resolve("gitconfig"), CONFIGURATION);
        return new Git(folder, patience);
    }

    /// Runs git to its end and returns what it printed.
    byte[] run(String... arguments) throws IOException {
        var process = start(arguments);
        try {
            process.getOutputStream().close();
            var complaint = new ByteArrayOutputStream();
            var reading =
                    Thread.ofVirtual().start(() -> drain(process.getErrorStream(), complaint));
            var watch = watch(process, deadline);
            var output = process.getInputStream().readNBytes(MOST_OUTPUT + 1);
            await(process);
            watch.interrupt();
            reading.join(Duration.ofSeconds(1));
            if (process.exitValue() != 0 || output.length > MOST_OUTPUT) {
                throw new Failed(complaint.toString(StandardCharsets.UTF_8).strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            end(process);
        }
    }

    /// Starts git to talk to; whoever does so ends it with {@link #end}. It is ended after a while
    /// in any case.
    Process talk(String... arguments) throws IOException {
        var process = start(arguments);
        watch(process, System.nanoTime() + LONGEST_TALK.toNanos());
        Thread.ofVirtual()
                .start(() -> drain(process.getErrorStream(), new ByteArrayOutputStream()));
        return process;
    }

    /// Ends a process and all that it has started.
    static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }

    private Process start(String... arguments) throws IOException {
        var words =
                new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f $1; shift; exec git \"$@\""));
        words.addAll(List.of("sh", String.valueOf(LARGEST_FILE / 512)));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        var environment = builder.environment();
        var path = environment.get("PATH");
        environment.clear();
        environment.put("PATH", path == null ? "/usr/local/bin:/usr/bin:/bin" : path);
        environment.put("HOME", folder.toString());
        environment.put("LC_ALL", "C");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_CONFIG_GLOBAL", folder.resolve("gitconfig").toString());
        environment.put("GIT_ATTR_NOSYSTEM", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        return builder.start();
    }

    private void await(Process process) throws InterruptedException, TooSlow {
        if (!process.waitFor(left(deadline), TimeUnit.NANOSECONDS)
                || System.nanoTime() >= deadline) {
            throw new TooSlow(patience);
        }
    }

    private static long left(long until) {
        return Math.max(0, until - System.nanoTime());
    }

    /// Reading from a process does not end by itself; with the process it does. What it said before
    /// its own end may be read until the deadline.
    private static Thread watch(Process process, long until) {
        return Thread.ofVirtual()
                .name("git-deadline")
                .start(() -> {
                    try {
                        if (process.waitFor(left(until), TimeUnit.NANOSECONDS)) {
                            Thread.sleep(Duration.ofNanos(left(until)));
                        }
                    } catch (InterruptedException _) {
                        return;
                    }
                    end(process);
                });
    }

    /// Reads all, so that the process never waits for a reader, and keeps the beginning.
    private static void drain(InputStream from, ByteArrayOutputStream into) {
        var piece = new byte[4 << 10];
        try (from) {
            for (int n = from.read(piece); n >= 0; n = from.read(piece)) {
                into.write(piece, 0, Math.min(n, MOST_COMPLAINT - into.size()));
            }
        } catch (IOException _) {
            // the process is gone, and its exit says the rest
        }
    }
}
