package varve.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.StandardLibrary;
import varve.acceptance.kit.Workspace;
import varve.artifacts.engine.Engine;
import varve.contract.docs.Declaration;
import varve.contract.docs.Declaration.Kind;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry;

/// Deno's standard library as the documentation knows it, entry point by entry point, beside `deno
/// doc --json`: the same names, of the same kind, declared on the same line, with and without a
/// word. `VARVE_STD` says where a working copy lies.
@Tag("long")
class DenoDocTest {
    private static final String NOT_GIVEN =
            "NOT RUN: VARVE_STD does not name a working copy of denoland/std";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder;

    @Test
    void knows_what_deno_knows_about_the_standard_library() throws IOException {
        var library = StandardLibrary.copied(given(), folder.resolve("std"));
        var clients = Clients.alone(folder);
        var differences = new ArrayList<String>();
        int entries = 0;
        try (var engine = new Engine()) {
            for (var name : library.inOrder()) {
                var workspace = library.of(name);
                var studied = Studied.of(workspace.folder(), engine);
                for (var entry : studied.documentation().entries()) {
                    var file = entry.file().substring(1);
                    if (!entry.code()) {
                        continue;
                    }
                    entries++;
                    var ours = ours(studied.documentation(), entry);
                    var theirs = theirs(clients, workspace, file);
                    compare(name + "/" + file, ours, theirs, differences);
                }
            }
        }
        System.out.println(entries + " entry points, " + differences.size() + " differences");
        assertThat(differences).isEmpty();
        assertThat(entries).isGreaterThan(300);
    }

    private static void compare(
            String where, TreeSet<String> ours, TreeSet<String> theirs, List<String> differences) {
        var missing = new TreeSet<>(theirs);
        missing.removeAll(ours);
        var extra = new TreeSet<>(ours);
        extra.removeAll(theirs);
        if (!missing.isEmpty() || !extra.isEmpty()) {
            differences.add(where + " lacks " + missing + ", has besides " + extra);
        }
    }

    private static TreeSet<String> ours(Documentation documentation, Entry entry) {
        var all = new TreeSet<String>();
        for (var export : entry.exports()) {
            for (var each : documentation.symbols().get(export.symbol()).declarations()) {
                if (each.kind() != Kind.REFERENCE) {
                    all.add(line(export.name(), each));
                }
            }
        }
        return all;
    }

    private static String line(String name, Declaration each) {
        var kind = each.kind().name().toLowerCase(Locale.ROOT).replace("_", "");
        var word = each.doc() == null ? "silent" : "documented";
        return "%s %s %s:%d %s"
                .formatted(name, kind, file(each.at().file()), each.at().line(), word);
    }

    private static TreeSet<String> theirs(Clients clients, Workspace workspace, String file)
            throws IOException {
        var run = clients.deno(workspace, "doc", "--json", file).succeeds();
        var json = JSON.readTree(run.output().substring(run.output().indexOf('{')));
        var all = new TreeSet<String>();
        for (var node : json.path("nodes")) {
            for (var symbol : node.path("symbols")) {
                for (var each : symbol.path("declarations")) {
                    var kind = each.path("kind").asString().toLowerCase(Locale.ROOT);
                    if (!kind.equals("reference")
                            && !kind.equals("import")
                            && !isBehindOverloads(symbol, each)
                            && !isLeftOut(workspace, symbol, each)
                            && each.path("declarationKind").asString().equals("export")) {
                        all.add(line(symbol.path("name").asString(), kind, each));
                    }
                }
            }
        }
        return all;
    }

    /// The function that does the work cannot be called by its own signature.
    private static boolean isBehindOverloads(JsonNode symbol, JsonNode each) {
        long functions =
                symbol.path("declarations")
                        .valueStream()
                        .filter(other -> other.path("kind").asString().equals("function"))
                        .count();
        return functions > 1 && each.path("def").path("hasBody").asBoolean(false);
    }

    /// What is not for readers; what another package declares; properties that are put on functions
    /// when the program runs.
    private static boolean isLeftOut(Workspace workspace, JsonNode symbol, JsonNode each) {
        var isHidden =
                each.path("jsDoc")
                        .path("tags")
                        .valueStream()
                        .map(tag -> tag.path("kind").asString())
                        .anyMatch(List.of("internal", "private", "ignore")::contains);
        var isHere =
                each.path("location")
                        .path("filename")
                        .asString()
                        .contains("/" + workspace.folder().getFileName() + "/");
        var isProperties =
                each.path("kind").asString().equals("namespace")
                        && symbol.path("declarations").size() > 1;
        return isHidden || !isHere || isProperties;
    }

    /// Deno counts lines from zero.
    private static String line(String name, String kind, JsonNode each) {
        var at = each.path("location");
        return "%s %s %s:%d %s"
                .formatted(
                        name,
                        kind,
                        file(at.path("filename").asString()),
                        at.path("line").asInt() + 1,
                        each.has("jsDoc") ? "documented" : "silent");
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
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
}
