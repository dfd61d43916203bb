package varve.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The clients that must work unchanged, with caches of their own that are empty at first.
public final class Clients {
    private static final Path INSTALLED =
            Path.of("clients", "node_modules", ".bin").toAbsolutePath();
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final @Nullable RunningVarve varve;
    private final Path caches;

    private final URI packages;

    private Clients(@Nullable RunningVarve varve, Path caches, URI packages) {
        this.varve = varve;
        this.caches = caches;
        this.packages = packages;
    }

    /// Fresh clients that talk to this registry.
    ///
    /// @param folder below which the caches lie
    public static Clients of(RunningVarve varve, Path folder) {
        return fresh(varve, folder);
    }

    /// Fresh clients that talk to nobody.
    public static Clients alone(Path folder) {
        return fresh(null, folder);
    }

    private static Clients fresh(@Nullable RunningVarve varve, Path folder) {
        if (!Files.isExecutable(INSTALLED.resolve("deno"))) {
            throw new IllegalStateException("run build/test-clients first");
        }
        try {
            var caches = Files.createTempDirectory(folder, "caches-");
            return new Clients(varve, caches, OutsideNpm.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same clients with another registry for all npm packages that a workspace does not place
    /// elsewhere.
    public Clients from(URI registry) {
        return new Clients(varve, caches, registry);
    }

    public Run deno(Workspace in, String... words) {
        return run(in, "deno", words);
    }

    /// `deno publish` with a token.
    public Run publish(Workspace in, String token, String... words) {
        var all = new ArrayList<>(List.of("publish", "--allow-dirty", "--token", token));
        all.addAll(List.of(words));
        return deno(in, all.toArray(String[]::new));
    }

    public Run npm(Workspace in, String... words) {
        return run(in, "npm", words);
    }

    /// `npm audit signatures`, with nobody on the internet to ask for keys.
    public Run npmAuditSignatures(Workspace in) {
        var command = List.of(INSTALLED.resolve("npm").toString(), "audit", "signatures", "--json");
        var environment = environment();
        environment.put("NODE_OPTIONS", "--require=" + Resources.file("no-outside-trust.cjs"));
        return Run.of(Environment.program(in.folder(), environment, command), DEADLINE);
    }

    public Run pnpm(Workspace in, String... words) {
        return run(in, "pnpm", words);
    }

    public Run yarn(Workspace in, String... words) {
        return run(in, "yarn", words);
    }

    public Run tsc(Workspace in, String... words) {
        return run(in, "tsc", words);
    }

    public Run jsr(Workspace in, String... words) {
        return run(in, "jsr", words);
    }

    public Run node(Workspace in, String file) {
        return Run.of(
                Environment.program(in.folder(), environment(), List.of("node", file)), DEADLINE);
    }

    /// Where the types of Node.js are.
    public static String types() {
        return INSTALLED.resolveSibling("@types").toString();
    }

    private Run run(Workspace in, String client, String... words) {
        var command = new ArrayList<String>();
        command.add(INSTALLED.resolve(client).toString());
        command.addAll(List.of(words));
        return Run.of(Environment.program(in.folder(), environment(), command), DEADLINE);
    }

    private Map<String, String> environment() {
        var environment = Environment.plain(caches);
        if (varve != null) {
            environment.put("JSR_URL", withoutSlash(varve.registry().toString()));
            environment.put("JSR_NPM_URL", varve.npm().toString());
        }
        environment.put("DENO_DIR", caches.resolve("deno").toString());
        environment.put("DENO_NO_UPDATE_CHECK", "1");
        environment.put("DENO_BIN_PATH", INSTALLED.resolve("deno").toString());
        environment.put("NPM_CONFIG_REGISTRY", packages.toString());
        environment.put("NPM_CONFIG_UPDATE_NOTIFIER", "false");
        environment.put("NPM_CONFIG_AUDIT", "false");
        environment.put("NPM_CONFIG_FETCH_RETRIES", "0");
        environment.put("YARN_CACHE_FOLDER", caches.resolve("yarn").toString());
        return environment;
    }

    private static String withoutSlash(String address) {
        return address.substring(0, address.length() - 1);
    }
}
