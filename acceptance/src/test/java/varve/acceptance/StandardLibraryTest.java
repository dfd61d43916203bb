package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Flags;
import varve.acceptance.kit.Run;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.StandardLibrary;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;
import varve.acceptance.kit.Workspace;
import varve.acceptance.publishing.GraphSeenByDeno;

/// Deno's standard library, published here by Deno package by package. `VARVE_STD` says where a
/// working copy of it lies.
@Tag("long")
@ExtendWith(TellsLogs.class)
class StandardLibraryTest {
    private static final int AT_LEAST = 20;
    private static final String NOT_GIVEN =
            "NOT RUN: VARVE_STD does not name a working copy of denoland/std";

    private final RunningVarve varve = Shared.varve();
    @TempDir Path folder;

    /// @param typed how many of the entry points have types for npm clients
    record Row(String name, String version, Run run, int entries, int typed) {
        String line() {
            return "@std/%-16s %-16s %-8s %6d ms   %s"
                    .formatted(
                            name,
                            version,
                            run.exitCode() == 0 ? "success" : "failure",
                            run.took().toMillis(),
                            typed == entries ? "yes" : typed + " of " + entries);
        }
    }

    @Test
    void its_packages_are_published_one_after_another_and_can_be_used() {
        var library = StandardLibrary.copied(given(), folder.resolve("std"));
        var staff = varve.api();
        staff.createScope("std");
        var clients = Clients.of(varve, folder);
        var rows = new ArrayList<Row>();
        for (var name : library.inOrder()) {
            staff.createPackage("@std/" + name);
            var run = clients.publish(library.of(name), staff.token(), "--quiet");
            rows.add(row(name, library.version(name), run));
            System.out.println(rows.getLast().line());
        }

        assertThat(rows).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        assertThat(
                        rows.stream()
                                .filter(row -> row.run().exitCode() != 0)
                                .map(StandardLibraryTest::told))
                .isEmpty();
        deno_and_node_use_them(clients);
        deno_sees_what_the_registry_says_of_their_modules(rows);
    }

    private void deno_sees_what_the_registry_says_of_their_modules(List<Row> rows) {
        var graph = new GraphSeenByDeno(varve, folder);
        int modules = 0;
        for (var row : rows) {
            var specifier = "jsr:@std/" + row.name() + "@" + row.version();
            modules += graph.isTheSameWithAndWithout(specifier);
        }
        System.out.printf("%d modules, the same with and without the module graph%n", modules);
    }

    private static Path given() {
        var given = System.getenv("VARVE_STD");
        boolean usable = given != null && Files.exists(Path.of(given, "deno.json"));
        if (!usable) {
            System.err.println(NOT_GIVEN);
        }
        assumeTrue(usable, NOT_GIVEN);
        return Path.of(String.valueOf(given));
    }

    private void deno_and_node_use_them(Clients clients) {
        var use =
                """
                import { join } from "@std/path/posix";
                import { parse } from "@std/yaml";
                import { toPascalCase } from "@std/text/to-pascal-case";
                console.log(join("mast", "flag"), parse("points: 3").points, toPascalCase("half mast"));
                """;
        var program =
                Workspace.in(folder, "program")
                        .file("deno.json", "{\"minimumDependencyAge\":\"0\"}")
                        .file("main.ts", use);
        clients.deno(program, "add", "jsr:@std/path", "jsr:@std/yaml", "jsr:@std/text").succeeds();
        clients.deno(program, "run", "main.ts").succeeds().saying("mast/flag 3 HalfMast");

        var project = Flags.project(folder, varve, "std");
        project.file(
                        "package.json",
                        """
                        {"name":"project","type":"module","dependencies":{
                          "@std/path":"npm:@jsr/std__path@^1","@std/yaml":"npm:@jsr/std__yaml@^1",
                          "@std/text":"npm:@jsr/std__text@^1"}}
                        """)
                .file("main.mjs", use);
        clients.npm(project, "install").succeeds();
        clients.node(project, "main.mjs").succeeds().saying("mast/flag 3 HalfMast");
    }

    private Row row(String name, String version, Run run) {
        var packument = Web.get(varve.npm().resolve("/@jsr/std__" + name));
        if (packument.status() != 200) {
            return new Row(name, version, run, 1, 0);
        }
        var exports = packument.json().path("versions").path(version).path("exports");
        List<JsonNode> code =
                exports.valueStream()
                        .filter(entry -> entry.path("default").asString("").endsWith(".js"))
                        .toList();
        int typed = (int) code.stream().filter(entry -> entry.has("types")).count();
        return new Row(name, version, run, code.size(), typed);
    }

    private static String told(Row row) {
        return row.line()
                + row.run().output().lines().collect(Collectors.joining("\n  ", "\n  ", "\n"));
    }
}
