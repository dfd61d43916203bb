package varve.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// The child process that Elasticsearch runs in. It ends by itself soon after this program does,
/// because its standard input ends then.
final class ElasticsearchNode {
    private static final long SECONDS_TO_END = 15;
    private static final int LINES_TO_SHOW = 20;

    private static final long PAUSE_NANOS = 10_000_000;

    private final Process process;
    private final Home home;

    private ElasticsearchNode(Process process, Home home) {
        this.process = process;
        this.home = home;
    }

    static ElasticsearchNode start(Path software, Home home, int port, boolean brief)
            throws IOException {
        Files.createDirectories(home.path("tmp"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(software, home));
        if (brief) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-cp", software.resolve("lib") + File.separator + "*"));
        command.add("varve.elasticsearch.node.ChildNode");
        command.add(software.resolve("config").toString());
        command.add(pidFile(home).toString());
        settings(software, home, port).forEach((name, value) -> command.add(name + "=" + value));
        var builder = new ProcessBuilder(command).directory(home.path("tmp").toFile());
        builder.environment().keySet().removeIf(ElasticsearchNode::readByEveryJvm);
        builder.redirectErrorStream(true).redirectOutput(output(home).toFile());
        var process = builder.start();
        Files.writeString(pidFile(home), Long.toString(process.pid()));
        return new ElasticsearchNode(process, home);
    }

    /// Options meant for this program must not reach the child.
    private static boolean readByEveryJvm(String variable) {
        return variable.equals("JAVA_TOOL_OPTIONS") || variable.equals("JDK_JAVA_OPTIONS");
    }

    /// The archive of loaded classes halves the time and the work of every start but the first. The
    /// virtual machine writes it by itself when it ends, and anew when it does not fit any more.
    private static List<String> options(Path software, Home home) {
        return List.of(
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + software.resolve("classes.jsa"),
                "-XX:ErrorFile=" + home.path("child-crash.log"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + home.path("tmp"),
                "-Dlog4j2.disable.jmx=true",
                "-Dlog4j2.formatMsgNoLookups=true",
                "-Dlog4j.shutdownHookEnabled=false");
    }

    /// The disk threshold is off because on a nearly full disk it would make every index read-only.
    private static Map<String, String> settings(Path software, Home home, int port) {
        return Map.of(
                "path.home", software.toString(),
                "path.data", home.path("data").toString(),
                "path.logs", home.path("logs").toString(),
                "cluster.name", "varve",
                "node.name", "embedded",
                "discovery.type", "single-node",
                "network.host", "127.0.0.1",
                "http.port", Integer.toString(port),
                "transport.port", "0",
                "cluster.routing.allocation.disk.threshold_enabled", "false");
    }

    /// A program that is killed leaves its node running for a moment, in which it holds the data.
    static void endLeftover(Home home) throws IOException {
        var leftover = leftover(home);
        if (leftover.isPresent()) {
            leftover.get().destroyForcibly();
            awaitEnd(leftover.get());
        }
        Files.deleteIfExists(pidFile(home));
    }

    private static Optional<ProcessHandle> leftover(Home home) throws IOException {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile(home)).strip()))
                    .filter(node -> commandLine(node).contains(home.path("data").toString()));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private static Path pidFile(Home home) {
        return home.path("child.pid");
    }

    private static Path output(Home home) {
        return home.path("child.log");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /// What it said last, for the one who has to find out why it ended.
    String lastWords() throws IOException {
        var lines = Files.readAllLines(output(home));
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
    }

    /// Returns when the node is closed; its process may take some seconds more to write its
    /// archive. One that takes too long is killed: nothing acknowledged is lost either way.
    void end() throws IOException {
        process.outputWriter().close();
        var deadline = Instant.now().plusSeconds(SECONDS_TO_END);
        while (process.isAlive() && Files.exists(pidFile(home))) {
            if (Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                awaitEnd(process.toHandle());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        Files.deleteIfExists(pidFile(home));
    }

    private static void awaitEnd(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("Elasticsearch (process " + process.pid() + ") does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for Elasticsearch to end", e);
        }
    }
}
