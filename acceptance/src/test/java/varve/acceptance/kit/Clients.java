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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The clients that must work unchanged, with caches of their own that are empty at first.
public final class Clients {
    private static final Path INSTALLED =
            Path.of("clients", "node_modules", ".bin").toAbsolutePath();
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final @Nullable URI registry;
    private final @Nullable URI npm;
    private final Path caches;
    private final URI packages;
    private final Map<String, String> more = new TreeMap<>();

    private Clients(@Nullable URI registry, @Nullable URI npm, Path caches, URI packages) {
        this.registry = registry;
        this.npm = npm;
        this.caches = caches;
        this.packages = packages;
    }

    /// Fresh clients that talk to this registry.
    ///
    /// @param folder below which the caches lie
    public static Clients of(RunningVarve varve, Path folder) {
        return of(varve.registry(), varve.npm(), folder);
    }

    /// Fresh clients that talk to a registry by way of another address.
    public static Clients of(URI registry, URI npm, Path folder) {
        return fresh(registry, npm, folder);
    }

    /// Fresh clients that talk to nobody.
    public static Clients alone(Path folder) {
        return fresh(null, null, folder);
    }

    private static Clients fresh(@Nullable URI registry, @Nullable URI npm, Path folder) {
        if (!Files.isExecutable(INSTALLED.resolve("deno"))) {
            throw new IllegalStateException("run build/test-clients first");
        }
        try {
            var caches = Files.createTempDirectory(folder, "caches-");
            return new Clients(registry, npm, caches, OutsideNpm.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same clients with another registry for all npm packages that a workspace does not place
    /// elsewhere.
    public Clients from(URI registry) {
        return new Clients(this.registry, npm, caches, registry);
    }

    /// Lets them know something more, by a variable of their environment.
    public Clients knowing(String variable, String value) {
        return knowing(Map.of(variable, value));
    }

    /// Lets them know something more, by variables of their environment.
    public Clients knowing(Map<String, String> variables) {
        more.putAll(variables);
        return this;
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
        return offline(in, environment(), command);
    }

    /// The same, by a client of the matrix.
    public Run auditSignatures(Client client, Workspace in) {
        var words = client == Client.PNPM11 ? List.<String>of() : List.of("--json");
        var command = new ArrayList<>(client.command("audit", "signatures"));
        command.addAll(words);
        return offline(in, client.within(environment()), command);
    }

    private static Run offline(
            Workspace in, Map<String, String> environment, List<String> command) {
        environment.put("NODE_OPTIONS", "--require=" + Resources.file("no-outside-trust.cjs"));
        return Run.of(Environment.program(in.folder(), environment, command), DEADLINE);
    }

    /// Runs one client of the matrix.
    public Run run(Client client, Workspace in, String... words) {
        var environment = client.within(environment());
        return Run.of(
                Environment.program(in.folder(), environment, client.command(words)), DEADLINE);
    }

    /// Starts one client of the matrix and goes on without waiting for its end.
    public Conversation asking(Client client, Workspace in, String... words) {
        var environment = client.within(environment());
        return Conversation.with(
                Environment.program(in.folder(), environment, client.command(words)));
    }

    /// Starts one client of the matrix at a terminal, where it may ask for things.
    public Conversation atTerminal(Client client, Workspace in, String... words) {
        var line = String.join(" ", client.command(words));
        var environment = client.within(environment());
        return Conversation.with(
                Environment.program(
                        in.folder(), environment, List.of("script", "-qec", line, "/dev/null")));
    }

    public Run pnpm(Workspace in, String... words) {
        return run(in, "pnpm", words);
    }

    public Run yarn(Workspace in, String... words) {
        return run(in, "yarn", words);
    }

    /// Bun, of the clients of the matrix.
    public Run bun(Workspace in, String... words) {
        var bun = Path.of("matrix", "node_modules", ".bin", "bun").toAbsolutePath();
        if (!Files.isExecutable(bun)) {
            throw new IllegalStateException("run build/matrix-clients first");
        }
        var command = new ArrayList<>(List.of(bun.toString()));
        command.addAll(List.of(words));
        var environment = environment();
        environment.put("BUN_INSTALL_CACHE_DIR", caches.resolve("bun").toString());
        return Run.of(Environment.program(in.folder(), environment, command), DEADLINE);
    }

    public Run tsc(Workspace in, String... words) {
        return run(in, "tsc", words);
    }

    public Run jsr(Workspace in, String... words) {
        return run(in, "jsr", words);
    }

    public Run node(Workspace in, String file) {
        return node(in, DEADLINE, file);
    }

    /// Runs a script that may take longer than clients do.
    public Run node(Workspace in, Duration within, String file) {
        return Run.of(
                Environment.program(in.folder(), environment(), List.of("node", file)), within);
    }

    /// Where Deno keeps what it knows.
    public Path denoCache() {
        return caches.resolve("deno");
    }

    /// Starts npm and goes on without waiting for its end.
    public Conversation npmAsking(Workspace in, String... words) {
        return Conversation.with(
                Environment.program(in.folder(), environment(), command("npm", words)));
    }

    /// Starts npm at a terminal, where it may ask for things.
    public Conversation npmAtTerminal(Workspace in, String... words) {
        var line = String.join(" ", command("npm", words));
        return Conversation.with(
                Environment.program(
                        in.folder(), environment(), List.of("script", "-qec", line, "/dev/null")));
    }

    /// Starts deno at a terminal, where it may ask for things.
    public Conversation denoAtTerminal(Workspace in, String... words) {
        var line = String.join(" ", command("deno", words));
        return Conversation.with(
                Environment.program(
                        in.folder(), environment(), List.of("script", "-qec", line, "/dev/null")));
    }

    private static List<String> command(String client, String... words) {
        var command = new ArrayList<String>();
        command.add(INSTALLED.resolve(client).toString());
        command.addAll(List.of(words));
        return command;
    }

    /// Where the types of Node.js are.
    public static String types() {
        return INSTALLED.resolveSibling("@types").toString();
    }

    /// Where TypeScript is, for scripts that ask it.
    public static String typescript() {
        return INSTALLED.resolveSibling("typescript").toString();
    }

    private Run run(Workspace in, String client, String... words) {
        return Run.of(
                Environment.program(in.folder(), environment(), command(client, words)), DEADLINE);
    }

    private Map<String, String> environment() {
        var environment = Environment.plain(caches);
        if (registry != null && npm != null) {
            environment.put("JSR_URL", withoutSlash(registry.toString()));
            environment.put("JSR_NPM_URL", npm.toString());
        }
        environment.put("DENO_DIR", caches.resolve("deno").toString());
        environment.put("DENO_NO_UPDATE_CHECK", "1");
        environment.put("DENO_BIN_PATH", INSTALLED.resolve("deno").toString());
        environment.put("NPM_CONFIG_REGISTRY", packages.toString());
        environment.put("NPM_CONFIG_UPDATE_NOTIFIER", "false");
        environment.put("NPM_CONFIG_AUDIT", "false");
        environment.put("NPM_CONFIG_FETCH_RETRIES", "0");
        environment.put("PNPM_CONFIG_FETCH_RETRIES", "0");
        environment.put("YARN_CACHE_FOLDER", caches.resolve("yarn").toString());
        environment.putAll(more);
        return environment;
    }

    private static String withoutSlash(String address) {
        return address.substring(0, address.length() - 1);
    }
}
