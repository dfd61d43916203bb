package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Web;

/// One package of one registry, to which versions are published, well or badly.
record Bench(RunningVarve varve, Api luca, String pkg) {
    private static final Pattern UPLOAD = Pattern.compile("uploads.*/([^/]+\\.tar\\.gz)$");

    static Bench in(RunningVarve varve) {
        var luca = varve.api();
        var pkg = "@" + luca.freshScope("luca") + "/fleet";
        luca.createPackage(pkg);
        return new Bench(varve, luca, pkg);
    }

    /// A package of some modules, of which each uses the one before.
    byte[] fleet(int modules) {
        var tar = new RawTar();
        tar.file(
                "./deno.json",
                "{\"name\":\"%s\",\"exports\":\"./mod.ts\",\"license\":\"MIT\"}".formatted(pkg));
        var mod = new StringBuilder();
        for (int i = 0; i < modules; i++) {
            tar.file(
                    "./ship%d.ts".formatted(i),
                    "export interface Ship%1$d { flag: string }\nexport function hoist%1$d(ship: Ship%1$d) { return ship.flag + %1$d; }\n"
                            .formatted(i));
            mod.append("export * from \"./ship%d.ts\";%n".formatted(i));
        }
        return tar.file("./mod.ts", mod.toString()).gzip();
    }

    /// A version that succeeded is there with all that belongs to it, one that failed not at all.
    void isWholeOrNotThere(String version, JsonNode task) {
        var listed = Web.get(varve.registry().resolve("/" + pkg + "/meta.json"), "Accept", "*/*");
        var isListed = listed.status() == 200 && listed.json().path("versions").has(version);
        var isSuccess = task.path("status").asString().equals("success");
        assertThat(isListed).as(task.toString()).isEqualTo(isSuccess);
        luca.get(Api.packagePath(pkg) + "/versions/" + version).is(isSuccess ? 200 : 404);
        if (!isSuccess) {
            return;
        }
        var root = "/" + pkg + "/" + version;
        var meta = Web.get(varve.registry().resolve(root + "_meta.json"), "Accept", "*/*").is(200);
        for (var path : meta.json().path("manifest").propertyNames()) {
            Web.get(varve.registry().resolve(root + path), "Accept", "*/*").is(200);
        }
    }

    /// The processes in which the registry looks into uploads.
    List<ProcessHandle> workers() {
        return varve.family().stream().filter(Bench::isWorker).toList();
    }

    private static boolean isWorker(ProcessHandle process) {
        try {
            var line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
            return line.contains("varve.artifacts.worker.WorkerMain");
        } catch (IOException _) {
            return false;
        }
    }

    /// Keys of uploads that lie on the embedded shelf.
    Set<String> uploadsOnTheShelf() {
        return onTheShelf(UPLOAD);
    }

    /// Versions of the package of which anything lies on the embedded shelf, for clients of either
    /// kind.
    Set<String> versionsOnTheShelf() {
        var npm = "@jsr/" + pkg.substring(1).replace("/", "__");
        return onTheShelf(
                Pattern.compile(
                        "(?:%s|%s)/.*?([0-9]+\\.[0-9]+\\.[0-9]+)(?:/|_meta\\.json|\\.json|\\.tgz).*"
                                .formatted(Pattern.quote(pkg), Pattern.quote(npm))));
    }

    private Set<String> onTheShelf(Pattern path) {
        try (var files = Files.walk(varve.home())) {
            var found = new TreeSet<String>();
            files.filter(Files::isRegularFile)
                    .map(file -> path.matcher(file.toString()))
                    .filter(Matcher::find)
                    .forEach(match -> found.add(match.group(1)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
