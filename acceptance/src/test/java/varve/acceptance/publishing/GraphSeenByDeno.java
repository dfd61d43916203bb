package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.OutsideNpm;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Workspace;

/// Asks Deno for the modules of a published package, once with the registry's module graph and once
/// without it.
///
/// @param packages where npm packages come from that modules name
/// @param variables that Deno sees besides
public record GraphSeenByDeno(
        RunningVarve varve, Path folder, URI packages, Map<String, String> variables) {
    private static final JsonMapper JSON = new JsonMapper();

    public GraphSeenByDeno(RunningVarve varve, Path folder) {
        this(varve, folder, OutsideNpm.address(), Map.of());
    }

    /// Fails where the two differ in a module, in what it names, or in the place where it does.
    ///
    /// @param specifier with its version: `jsr:@luca/flag@1.0.0`
    /// @return how many modules there are
    public int isTheSameWithAndWithout(String specifier) {
        try (var without = new WithoutGraph(varve.registry())) {
            var told = modules(specifier, varve.registry());
            var seen = modules(specifier, without.address());
            assertThat(told).as(specifier).isEqualTo(seen);
            assertThat(cached(specifier, varve.registry()))
                    .as(specifier)
                    .isNotEmpty()
                    .isEqualTo(cached(specifier, without.address()));
            return told.size();
        }
    }

    /// The same for a program that imports all of them.
    ///
    /// @return how many modules there are
    int isTheSameForAll(Collection<String> specifiers) {
        var program = new StringBuilder();
        specifiers.forEach(specifier ->
                program.append(
                        "import \"%s\"%s;%n"
                                .formatted(
                                        specifier,
                                        specifier.endsWith(".json")
                                                ? " with { type: \"json\" }"
                                                : "")));
        room().file("all.ts", program.toString());
        return isTheSameWithAndWithout("all.ts");
    }

    private Map<String, JsonNode> modules(String specifier, URI registry) {
        var clients = Clients.of(registry, varve.npm(), folder).from(packages).knowing(variables);
        var info = clients.deno(room(), "info", "--json", specifier).succeeds();
        var text = info.output();
        var json =
                JSON.readTree(
                        text.substring(text.indexOf("{\n"), text.lastIndexOf('}') + 1)
                                .replace(registry.toString(), "http://registry/"));
        var modules = new TreeMap<String, JsonNode>();
        for (var module : json.path("modules")) {
            var plain = module.deepCopy();
            ((ObjectNode) plain).remove("local");
            modules.put(module.path("specifier").asString(), plain);
        }
        return modules;
    }

    /// What `deno cache` has loaded.
    private TreeSet<String> cached(String specifier, URI registry) {
        var clients = Clients.of(registry, varve.npm(), folder).from(packages).knowing(variables);
        var run = clients.deno(room(), "cache", "--no-check", "--log-level=info", specifier);
        var loaded = new TreeSet<String>();
        run.output()
                .lines()
                .filter(line -> line.contains("Download "))
                .map(line -> line.substring(line.indexOf("Download ") + 9).strip())
                .map(address -> address.replace(registry.toString(), "http://registry/"))
                .forEach(loaded::add);
        return loaded;
    }

    private Workspace room() {
        return Workspace.in(folder, "room")
                .file("deno.json", "{\"minimumDependencyAge\":\"0\",\"lock\":false}");
    }
}
