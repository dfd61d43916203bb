package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// Clients believe what the registry says about the imports of a module and do not look themselves.
@ExtendWith(TellsLogs.class)
class ModuleGraphTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"signals, mod.ts", "documented, mod.js", "drawn, mod.tsx"})
    void the_registry_says_of_modules_what_deno_itself_sees(String name, String entry)
            throws Exception {
        var source = copied(name);
        var pkg = published(name, entry, source);
        var graph =
                Web.get(varve.registry().resolve("/" + pkg + "/1.0.0_meta.json"), "Accept", "*/*")
                        .is(200)
                        .json()
                        .path("moduleGraph2");

        var seen = seenByDeno(source, entry);
        assertThat(seen).isNotEmpty();
        var said = new TreeMap<String, JsonNode>();
        graph.properties().forEach(one -> said.put(one.getKey(), one.getValue()));
        assertThat(said).isEqualTo(seen);
        assertThat(
                        new GraphSeenByDeno(varve, folder)
                                .isTheSameWithAndWithout("jsr:" + pkg + "@1.0.0"))
                .isGreaterThan(1);
    }

    /// Deno keeps its analysis of every module in the very form in which registries publish it.
    private Map<String, JsonNode> seenByDeno(Workspace source, String entry) throws Exception {
        var clients = Clients.of(varve, folder);
        clients.deno(source, "info", "--no-config", entry).succeeds();
        var reader = Clients.of(varve, folder);
        var script = resource("analyses.ts").toString();
        var cache = clients.denoCache().resolve("dep_analysis_cache_v2").toString();
        var run = reader.deno(source, "run", "-A", "--no-config", script, cache).succeeds();
        var text = run.output();
        var seen = new TreeMap<String, JsonNode>();
        JSON.readTree(text.substring(text.indexOf('{')))
                .properties()
                .forEach(one ->
                        seen.put(
                                one.getKey()
                                        .substring(source.folder().toUri().toString().length() - 1),
                                one.getValue()));
        return seen;
    }

    private String published(String name, String entry, Workspace source) {
        var luca = varve.api();
        var pkg = "@" + luca.freshScope("luca") + "/" + name;
        luca.createPackage(pkg);
        var files = new TreeMap<String, String>();
        for (var file : Objects.requireNonNull(source.folder().toFile().list())) {
            files.put(file, source.read(file));
        }
        files.put(
                "deno.json",
                "{\"name\":\"%s\",\"exports\":\"./%s\",\"license\":\"MIT\"}".formatted(pkg, entry));
        var task = luca.upload(pkg, "1.0.0", Tarball.of("./", files)).is(200);
        luca.awaitSuccess(task.json().path("id").asString());
        return pkg;
    }

    private Workspace copied(String name) throws URISyntaxException {
        var copy = Workspace.in(folder, name);
        try (var files = Files.list(resource("graphs/" + name))) {
            for (var file : files.toList()) {
                copy.file(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Workspace(real(copy.folder()));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) throws URISyntaxException {
        var found = ModuleGraphTest.class.getResource(name);
        return Path.of(Objects.requireNonNull(found, name).toURI());
    }
}
