package varve.acceptance.browser;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;

/// Publishes texts that try to run a script wherever a publisher may write: READMEs, comments that
/// are documentation, descriptions, file contents, file names, and all that a manifest says.
final class Hostile {
    private static final int IN_ONE_VERSION = 25;
    private static final int LONGEST_NAME = 90;

    private final RunningVarve varve;
    private final String scope;
    private final List<String> pages = new ArrayList<>();
    private final List<String> folders = new ArrayList<>();

    private Hostile(RunningVarve varve, String scope) {
        this.varve = varve;
        this.scope = scope;
    }

    /// @return addresses of the pages that show them, those of folders whose files have such names,
    ///   and the texts themselves
    static Map<String, Object> published(RunningVarve varve, int wanted) {
        var payloads = Payloads.some(wanted);
        var hostile = new Hostile(varve, varve.api().freshScope("mallory"));
        hostile.pages.addAll(List.of("/@" + hostile.scope, "/"));
        var some = payloads.stream().gather(Gatherers.windowFixed(IN_ONE_VERSION)).toList();
        hostile.source(some);
        hostile.npm(some);
        return Map.of("pages", hostile.pages, "folders", hostile.folders, "typed", payloads);
    }

    private void source(List<List<String>> payloads) {
        var luca = varve.api();
        var pkg = "@" + scope + "/payloads";
        luca.createPackage(pkg);
        int minor = 0;
        for (var some : payloads) {
            var version = "1." + minor++ + ".0";
            var files = new LinkedHashMap<String, String>();
            files.put("README.md", String.join("\n\n", some) + "\n");
            files.put("mod.ts", module(some));
            files.put(
                    "deno.json",
                    """
                    {"name":"%s","version":"%s","license":"MIT","exports":"./mod.ts"}
                    """
                            .formatted(pkg, version));
            var upload = luca.upload(pkg, version, Tarball.of("./", files)).is(200);
            luca.awaitSuccess(upload.json().path("id").asString());
            luca.patch(
                    "/api/scopes/" + scope + "/packages/payloads",
                    Map.of("description", cut(some.getFirst())));
            pages.add("/" + pkg + "@" + version);
            pages.add("/" + pkg + "@" + version + "/doc");
            pages.add("/" + pkg + "@" + version + "/doc/~/x");
            pages.add("/" + pkg + "/" + version + "/mod.ts");
        }
        pages.add("/" + pkg + "/versions");
    }

    /// All of them before the module, and all again before what it exports.
    private static String module(List<String> payloads) {
        var comment = String.join("\n\n", payloads).replace("*/", "");
        return "/** %1$s\n@module */\n\n/** %1$s */\nexport const x: number = 1;\n"
                .formatted(comment);
    }

    private void npm(List<List<String>> payloads) {
        var pkg = "@" + scope + "/names";
        int minor = 0;
        for (var some : payloads) {
            var version = "1." + minor++ + ".0";
            var files = new LinkedHashMap<String, String>();
            files.put(
                    "package.json", "{\"name\":\"%s\",\"version\":\"%s\"}".formatted(pkg, version));
            some.forEach(payload -> files.put(name(payload, files.size()), payload));
            var tarball = Tarball.of("package/", files);
            var document = NpmTeam.document(pkg, version, tarball);
            manifest(document, version, some);
            team().put(pkg, document).is(201);
            pages.add("/" + pkg + "@" + version);
            folders.add("/" + pkg + "/" + version);
        }
    }

    @SuppressWarnings("unchecked") // as NpmTeam makes it
    private static void manifest(Map<String, Object> document, String version, List<String> some) {
        var versions = (Map<String, Map<String, Object>>) requireNonNull(document.get("versions"));
        var manifest = requireNonNull(versions.get(version));
        manifest.put("description", some.getFirst());
        manifest.put("license", cut(some.getLast()));
        manifest.put("keywords", some);
        manifest.put("homepage", "javascript:alert(1)//" + some.getFirst());
        manifest.put("engines", Map.of("node", cut(some.getFirst())));
        manifest.put("deprecated", some.getLast());
        manifest.put("readme", String.join("\n\n", some));
    }

    private NpmTeam team() {
        try {
            return new NpmTeam(
                    varve, Files.createTempDirectory("varve-mallory-"), varve.api().token());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As much of it as may be called a file; two names must differ in more than capitals.
    private static String name(String payload, int n) {
        var name = payload.replaceAll("[/\\\\\\p{Cntrl}\u2028]", "_").strip();
        return (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name) + n + ".js";
    }

    private static String cut(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
