package varve.acceptance.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A Sigstore of the test's own, in a process of Node.js.
public final class PrivateSigstore implements AutoCloseable {
    private static final Path MODULES = Path.of("matrix", "node_modules").toAbsolutePath();

    private final Process process;
    private final Path folder;
    private final String url;

    public PrivateSigstore() {
        try {
            folder = Files.createTempDirectory("varve-sigstore-");
            var node = MODULES.resolve("node/bin/node").toString();
            var script = Resources.file("private-sigstore.cjs").toString();
            var program = new ProcessBuilder(node, script, folder.toString());
            program.environment().put("NODE_PATH", MODULES.toString());
            program.redirectError(ProcessBuilder.Redirect.INHERIT);
            process = program.start();
            var out =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            var first = out.readLine();
            if (first == null) {
                throw new IllegalStateException("no private Sigstore; see what it said");
            }
            url = first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whom a registry believes that uses it.
    public Path trustedRoot() {
        return folder.resolve("trusted_root.json");
    }

    /// Lets npm use it.
    public Map<String, String> environment() {
        return Map.of(
                "NODE_OPTIONS",
                "--require=" + Resources.file("private-trust.cjs"),
                "TEST_SIGSTORE",
                url,
                "TEST_SIGSTORE_ROOT",
                folder.resolve("tuf-root.json").toString(),
                "TEST_SIGSTORE_CACHE",
                folder.resolve("cache").toString());
    }

    /// Lets Deno use it.
    public Map<String, String> forDeno() {
        return Map.of("FULCIO_URL", url, "REKOR_URL", url);
    }

    @Override
    public void close() {
        process.destroy();
        Homes.remove(folder);
    }
}
