package varve.acceptance.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;

/// Publishes texts that try to run a script wherever a publisher may write: READMEs, comments that
/// are documentation, descriptions, file contents, file names, and all that a manifest says. Some
/// of the texts make a package of sources and one from npm, so that none hides another.
final class Hostile {
    private static final int IN_ONE_PACKAGE = 25;
    private static final int ON_ONE_PAGE = 50;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_NAME = 90;
    private static final int LONGEST_DESCRIPTION = 250;
    private static final String VERSION = "1.0.0";

    private final RunningVarve varve;
    private final NpmTeam team;
    private final String scope;

    private Hostile(RunningVarve varve, String scope) {
        this.varve = varve;
        this.scope = scope;
        team = team(varve);
    }

    /// @return addresses of the pages that show them, those of folders whose files have such names,
    ///   and the texts themselves
    static Map<String, Object> published(RunningVarve varve, int wanted) {
        var payloads = Payloads.some(wanted);
        var hostile = new Hostile(varve, varve.api().freshScope("mallory"));
        var parts = payloads.stream().gather(Gatherers.windowFixed(IN_ONE_PACKAGE)).toList();
        hostile.allow(2 * parts.size());
        var pages = new ArrayList<>(List.of("/", "/packages"));
        var folders = new ArrayList<String>();
        for (int page = 0; page <= 2 * parts.size() / ON_ONE_PAGE; page++) {
            pages.add("/@" + hostile.scope + "?page=" + (page + 1));
        }
        atOnce(
                        IntStream.range(0, parts.size())
                                .<Callable<List<String>>>mapToObj(
                                        n -> () -> hostile.source(n, parts.get(n)))
                                .toList())
                .forEach(pages::addAll);
        atOnce(
                        IntStream.range(0, parts.size())
                                .<Callable<String>>mapToObj(n -> () -> hostile.npm(n, parts.get(n)))
                                .toList())
                .forEach(pkg -> {
                    pages.add("/" + pkg);
                    folders.add("/" + pkg + "/" + VERSION);
                });
        return Map.of("pages", pages, "folders", folders, "typed", payloads);
    }

    private void allow(int packages) {
        var limits = Map.of("packageLimit", 2 * packages, "newPackagePerWeekLimit", 2 * packages);
        varve.api().staff().patch("/api/admin/scopes/" + scope, limits).is(200);
    }

    private List<String> source(int n, List<String> payloads) {
        var luca = varve.api();
        var name = "payloads" + n;
        var pkg = "@" + scope + "/" + name;
        luca.createPackage(pkg);
        var files = new LinkedHashMap<String, String>();
        files.put("README.md", String.join("\n\n", payloads) + "\n");
        files.put("mod.ts", module(payloads));
        files.put(
                "deno.json",
                """
                {"name":"%s","version":"%s","license":"MIT","exports":"./mod.ts"}
                """
                        .formatted(pkg, VERSION));
        var upload = luca.upload(pkg, VERSION, Tarball.of("./", files)).is(200);
        luca.awaitSuccess(upload.json().path("id").asString());
        luca.patch(
                        "/api/scopes/" + scope + "/packages/" + name,
                        Map.of("description", described(payloads)))
                .is(200);
        var page = "/" + pkg;
        return List.of(page, page + "/doc", page + "/doc/~/x", page + "/" + VERSION + "/mod.ts");
    }

    /// All of them before the module, and all again before what it exports.
    private static String module(List<String> payloads) {
        var comment = String.join("\n\n", payloads).replace("*/", "");
        return "/** %1$s\n@module */\n\n/** %1$s */\nexport const x: number = 1;\n"
                .formatted(comment);
    }

    private String npm(int n, List<String> payloads) {
        var pkg = "@" + scope + "/names" + n;
        var files = new LinkedHashMap<String, String>();
        files.put("package.json", "{\"name\":\"%s\",\"version\":\"%s\"}".formatted(pkg, VERSION));
        payloads.forEach(payload -> files.put(name(payload, files.size()), payload));
        var document = NpmTeam.document(pkg, VERSION, Tarball.of("package/", files));
        manifest(document, payloads);
        team.put(pkg, document).is(201);
        return pkg;
    }

    @SuppressWarnings("unchecked") // as NpmTeam makes it
    private static void manifest(Map<String, Object> document, List<String> some) {
        var versions = (Map<String, Map<String, Object>>) requireNonNull(document.get("versions"));
        var manifest = requireNonNull(versions.get(VERSION));
        manifest.put("description", String.join(" ", some));
        manifest.put("license", cut(some.getLast()));
        manifest.put("keywords", some);
        manifest.put("homepage", "javascript:alert(1)//" + some.getFirst());
        manifest.put("engines", Map.of("node", cut(some.getFirst())));
        manifest.put("deprecated", some.getLast());
        manifest.put("readme", String.join("\n\n", some));
    }

    private static NpmTeam team(RunningVarve varve) {
        try {
            return new NpmTeam(
                    varve, Files.createTempDirectory("varve-mallory-"), varve.api().token());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Several at a time, as a registry is used.
    private static <T> List<T> atOnce(List<Callable<T>> works) {
        try (var lanes = Executors.newFixedThreadPool(AT_ONCE)) {
            var done = new ArrayList<T>();
            for (var work : lanes.invokeAll(works)) {
                done.add(work.get());
            }
            assertThat(done).hasSameSizeAs(works);
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("what strangers wrote was not taken", e);
        }
    }

    /// As many of them as a description takes.
    private static String described(List<String> payloads) {
        var text = new StringBuilder();
        for (var payload : payloads) {
            var more = text + " " + cut(payload);
            if (more.getBytes(StandardCharsets.UTF_8).length > LONGEST_DESCRIPTION) {
                break;
            }
            text.append(' ').append(cut(payload));
        }
        return text.toString().strip();
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
