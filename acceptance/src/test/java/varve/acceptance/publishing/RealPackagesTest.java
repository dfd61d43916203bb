package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.StandardLibrary;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;

/// Deno's standard library as npm clients get it: every entry point exports in Node.js what it
/// exports in Deno, and TypeScript accepts a program that uses them all, and all their
/// declarations. `VARVE_STD` says where a working copy of it lies.
@Tag("long")
@ExtendWith(TellsLogs.class)
class RealPackagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NOT_GIVEN =
            "NOT RUN: VARVE_STD does not name a working copy of denoland/std";

    /// What is missing in Node.js whoever compiled it.
    private static final Set<String> NEED_MORE =
            Set.of(
                    "cannot be loaded: ReferenceError: Deno is not defined",
                    "cannot be loaded: ReferenceError: GPUTextureUsage is not defined");

    /// Types that only Deno declares.
    private static final Pattern OF_DENO =
            Pattern.compile("Cannot find (name|namespace) '(Deno|GPU\\w*|URLPattern\\w*)'");

    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    @Test
    void node_sees_the_exports_that_deno_sees_and_typescript_accepts_them() throws Exception {
        var given = System.getenv("VARVE_STD");
        assumeTrue(given != null && Files.exists(Path.of(given, "deno.json")), NOT_GIVEN);
        var library = StandardLibrary.copied(Path.of(given), folder.resolve("std"));
        var clients = Clients.of(varve, folder);
        var entries = published(library, clients);

        var inDeno = names(denoProgram(entries), clients, true);
        var project = nodeProject(library, entries, clients);
        var inNode = names(project, clients, false);
        var different = new TreeMap<String, String>();
        entries.keySet()
                .forEach(entry -> {
                    var node = inNode.path(entry).asString();
                    if (!node.equals(inDeno.path(entry).asString()) && !NEED_MORE.contains(node)) {
                        different.put(entry, node + " instead of " + inDeno.path(entry).asString());
                    }
                });
        long needDeno = inNode.valueStream().filter(n -> NEED_MORE.contains(n.asString())).count();
        System.out.printf(
                "%d packages, %d entry points, %d of them need globals that Node.js has not, %d differ%n%s%n",
                library.inOrder().size(), entries.size(), needDeno, different.size(), different);

        assertThat(different).isEmpty();
        typescript_accepts(project, entries, clients);
    }

    /// @return specifiers for Deno by the name for npm
    private Map<String, String> published(StandardLibrary library, Clients clients) {
        var staff = varve.api();
        if (staff.get("/api/scopes/std").status() == 404) {
            staff.createScope("std");
        }
        var entries = new TreeMap<String, String>();
        for (var name : library.inOrder()) {
            if (staff.get("/api/scopes/std/packages/" + name).status() == 404) {
                staff.createPackage("@std/" + name);
            }
            clients.publish(library.of(name), staff.token(), "--quiet").succeeds();
            var path = "/@std/" + name + "/" + library.version(name) + "_meta.json";
            var meta = Web.get(varve.registry().resolve(path), "Accept", "*/*").is(200).json();
            for (var key : meta.path("exports").propertyNames()) {
                var below = key.substring(1);
                entries.put(
                        "@std/" + name + below,
                        "jsr:@std/" + name + "@" + library.version(name) + below);
            }
        }
        return entries;
    }

    private Workspace denoProgram(Map<String, String> entries) throws Exception {
        return Workspace.in(folder, "in-deno")
                .file("deno.json", "{\"minimumDependencyAge\":\"0\",\"lock\":false}")
                .file("names.json", JSON.writeValueAsString(entries))
                .file("names.mjs", script());
    }

    private Workspace nodeProject(
            StandardLibrary library, Map<String, String> entries, Clients clients)
            throws Exception {
        var dependencies = new TreeMap<String, String>();
        library.inOrder()
                .forEach(name ->
                        dependencies.put(
                                "@std/" + name,
                                "npm:@jsr/std__" + name + "@" + library.version(name)));
        var names = new TreeMap<String, String>();
        entries.keySet().forEach(entry -> names.put(entry, entry));
        var project =
                Workspace.in(folder, "in-node")
                        .file(".npmrc", "@jsr:registry=%s\n".formatted(varve.npm()))
                        .file(
                                "package.json",
                                JSON.writeValueAsString(
                                        Map.of("type", "module", "dependencies", dependencies)))
                        .file("names.json", JSON.writeValueAsString(names))
                        .file("names.mjs", script());
        clients.npm(project, "install").succeeds();
        return project;
    }

    private static JsonNode names(Workspace room, Clients clients, boolean deno) {
        var run =
                deno
                        ? clients.deno(room, "run", "-A", "--no-check", "names.mjs")
                        : clients.node(room, "names.mjs");
        var said = run.succeeds().output();
        return JSON.readTree(said.substring(said.lastIndexOf("{\"@std/")));
    }

    private static void typescript_accepts(
            Workspace project, Map<String, String> entries, Clients clients) {
        var program = new StringBuilder();
        int number = 0;
        for (var entry : entries.keySet()) {
            program.append(
                    "import * as m%1$d from \"%2$s\";%nvoid m%1$d;%n".formatted(number++, entry));
        }
        project.file("main.mts", program.toString());
        var run =
                clients.tsc(
                        project,
                        "--noEmit",
                        "--strict",
                        "--target",
                        "esnext",
                        "--lib",
                        "esnext,dom,dom.iterable,dom.asynciterable",
                        "--module",
                        "nodenext",
                        "--moduleResolution",
                        "nodenext",
                        "--typeRoots",
                        Clients.types(),
                        "--types",
                        "node",
                        "main.mts");
        var mistakes = run.output().lines().filter(line -> line.contains("error TS")).toList();
        assertThat(mistakes.stream().filter(line -> !OF_DENO.matcher(line).find())).isEmpty();
    }

    private static String script() throws IOException {
        var found = RealPackagesTest.class.getResource("names.mjs");
        return Files.readString(Path.of(Objects.requireNonNull(found).getPath()));
    }
}
