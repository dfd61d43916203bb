package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A registry in a process of its own, which can be killed.
final class ChildLand implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);

    private static final Pattern LEFT = Pattern.compile("Pause Full.*->(\\d+)M\\(");

    private final Land land;
    private final Map<String, String> settings;
    private Process process;

    private ChildLand(Land land, Map<String, String> settings) {
        this.land = land;
        this.settings = settings;
        this.process = spawn();
    }

    static ChildLand start() {
        return start(Map.of());
    }

    static ChildLand start(Map<String, String> others) {
        var settings = Land.settings(others);
        var child = new ChildLand(Land.elsewhere(settings), settings);
        child.awaitReady();
        return child;
    }

    Land land() {
        return land;
    }

    /// What another node needs so as to be one of the same registry.
    Map<String, String> shared() {
        return Map.of(
                "VARVE_PUBLIC_URL", land.address().toString(),
                "VARVE_LOG_KEY", home().resolve("log.key").toString(),
                "VARVE_NPM_SIGNING_KEY", home().resolve("npm-signing-key.pem").toString(),
                "VARVE_GIT_BASE_URL", land.repositories().toUri().toString());
    }

    private Path home() {
        return Path.of(Objects.requireNonNull(settings.get("VARVE_HOME")));
    }

    /// `kill -9` of the program; what it had started is left to itself.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /// The programs that it runs now, by their names.
    List<String> children() {
        return process.descendants().flatMap(it -> it.info().command().stream()).toList();
    }

    /// How much memory the program uses now, in megabytes.
    long residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How much of the program's heap is really needed now, in megabytes: what a full collection
    /// leaves.
    long liveMegabytes() {
        try {
            var jcmd =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                            .toString(),
                                    String.valueOf(process.pid()),
                                    "GC.run")
                            .redirectErrorStream(true)
                            .start();
            var output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(jcmd.waitFor()).as(output).isZero();
            try (var lines = Files.lines(collections())) {
                return lines.map(LEFT::matcher)
                        .filter(Matcher::find)
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .reduce((_, last) -> last)
                        .orElseThrow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path collections() {
        return home().resolveSibling("gc.log");
    }

    void restart() {
        process = spawn();
        awaitReady();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        land.close();
    }

    private Process spawn() {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx256m",
                        "-Xlog:gc:file=" + collections(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "varve.standalone.Varve");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(settings);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        eventually(
                READY_WITHIN,
                () -> {
                    if (process.isAlive()) {
                        land.get("/readyz").is(200);
                    }
                });
        assertThat(process.isAlive()).as(() -> said()).isTrue();
    }

    private Path log() {
        return home().resolveSibling("said.log");
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
