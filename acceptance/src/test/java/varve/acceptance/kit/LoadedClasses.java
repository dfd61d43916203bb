package varve.acceptance.kit;

import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a start of the program leaves of its classes, loaded and linked, which spares every later
/// start about half of its work (JEP 483). The first start after a build is for that only, as
/// `build/rehearse` does it for operators.
final class LoadedClasses {
    private static final Duration REHEARSED_WITHIN = Duration.ofMinutes(2);
    private static final String QUIET = "-Xlog:cds*=off";
    private static final String SILENT = "-Xlog:aot*=off";

    private final Path cache;

    private LoadedClasses(Path cache) {
        this.cache = cache;
    }

    /// The cache for exactly these files, made when it is missing. Without one, as of folders
    /// instead of jars, everything starts too, only later.
    static LoadedClasses of(List<String> classPath) {
        long hash = 0;
        for (var entry : classPath) {
            hash = 31 * hash + entry.hashCode();
            hash = 31 * hash + modified(Path.of(entry));
        }
        var name = "varve-" + Long.toHexString(hash) + ".aot";
        var loaded = new LoadedClasses(Path.of("target", name).toAbsolutePath());
        if (!Files.exists(loaded.cache) && classPath.stream().allMatch(it -> it.endsWith(".jar"))) {
            loaded.removeThoseOfOlderBuilds();
            loaded.rehearse();
        }
        return loaded;
    }

    /// Options for a virtual machine.
    List<String> options() {
        return Files.exists(cache)
                ? List.of(QUIET, SILENT, "-XX:AOTCache=" + cache, "-XX:AOTMode=auto")
                : List.of();
    }

    private void rehearse() {
        var home = Homes.fresh();
        var port = Integer.toString(FreePorts.next());
        var environment = Environment.plain();
        environment.putAll(
                Map.of(
                        "VARVE_HOME",
                        home.toString(),
                        "VARVE_PORT",
                        port,
                        "VARVE_NPM_PORT",
                        Integer.toString(FreePorts.next()),
                        "VARVE_SEARCH_URL",
                        "http://127.0.0.1:9"));
        var process =
                Program.start(
                        environment,
                        home.resolveSibling("rehearsal.log"),
                        List.of(QUIET, SILENT, "-XX:AOTCacheOutput=" + cache));
        try {
            var ready = URI.create("http://localhost:" + port + "/readyz");
            eventually(
                    REHEARSED_WITHIN,
                    () -> {
                        if (process.isAlive()) {
                            Web.get(ready).is(200);
                        }
                    });
            process.destroy();
            process.waitFor(REHEARSED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Homes.remove(home);
        }
    }

    private void removeThoseOfOlderBuilds() {
        try (var older = Files.newDirectoryStream(cache.getParent(), "varve-*.{aot,jsa}")) {
            for (var file : older) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long modified(Path entry) {
        try {
            return Files.exists(entry) ? Files.getLastModifiedTime(entry).toMillis() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
