package varve.acceptance.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import varve.acceptance.kit.StandardLibrary;
import varve.acceptance.kit.Workspace;

/// A package that others publish to JSR, in a working copy.
///
/// @param name with its scope
record RealPackage(String name, String version, Workspace workspace) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Folders of packages by the working copy that holds them, each after those that it needs.
    private static final Map<String, List<String>> BESIDES_STD =
            Map.of(
                    "commons", List.of(""),
                    "hono", List.of(""),
                    "oak", List.of(""),
                    "valibot", List.of("library"),
                    "cliffy",
                            List.of(
                                    "internal",
                                    "flags",
                                    "table",
                                    "keycode",
                                    "keypress",
                                    "ansi",
                                    "prompt",
                                    "testing",
                                    "upgrade",
                                    "command"),
                    "logtape",
                            List.of(
                                    "packages/logtape",
                                    "packages/config",
                                    "packages/redaction",
                                    "packages/pretty",
                                    "packages/syslog",
                                    "packages/testing"));

    /// Those of `denoland/std`, `oakserver/commons`, `oakserver/oak`, `honojs/hono`,
    /// `fabian-hiller/valibot`, `c4spar/cliffy` and `dahlia/logtape`.
    ///
    /// @param copies folder with a working copy of each, by the name of its repository
    /// @param room where they may be changed
    static List<RealPackage> all(Path copies, Path room) {
        var library = StandardLibrary.copied(copies.resolve("std"), room.resolve("std"));
        var all = new ArrayList<RealPackage>();
        for (var name : library.inOrder()) {
            all.add(new RealPackage("@std/" + name, library.version(name), library.of(name)));
        }
        for (var copy : List.of("commons", "oak", "hono", "valibot", "cliffy", "logtape")) {
            copy(copies.resolve(copy), room.resolve(copy));
            var members = BESIDES_STD.getOrDefault(copy, List.of());
            prepare(new Workspace(room.resolve(copy)), members);
            members.forEach(at -> all.add(at(room.resolve(copy).resolve(at))));
        }
        return all;
    }

    String scope() {
        return name.substring(1, name.indexOf('/'));
    }

    String bareName() {
        return name.substring(name.indexOf('/') + 1);
    }

    /// As npm clients know it.
    String npmName() {
        return "@jsr/" + name.substring(1).replace("/", "__");
    }

    private static RealPackage at(Path folder) {
        var workspace = new Workspace(folder);
        var file = Files.exists(folder.resolve("deno.json")) ? "deno.json" : "jsr.json";
        var config = JSON.readTree(workspace.read(file));
        return new RealPackage(
                config.path("name").asString(),
                config.path("version").asString("0.0.1"),
                workspace);
    }

    /// What a package needs was published a moment before it. A workspace shrinks to what is
    /// published, because Deno loads what any of its members names.
    private static void prepare(Workspace root, List<String> members) {
        if (Files.exists(root.folder().resolve("deno.json"))) {
            var config = (ObjectNode) JSON.readTree(root.read("deno.json"));
            config.put("minimumDependencyAge", "0");
            config.put("lock", false);
            if (config.has("workspace")) {
                config.set("workspace", JSON.valueToTree(members));
            }
            if (config.get("imports") instanceof ObjectNode imports) {
                imports.removeIf(value -> value.asString().startsWith("npm:"));
            }
            root.file("deno.json", JSON.writeValueAsString(config));
        }
    }

    /// Without what npm would read, which is for those who develop the packages.
    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = from.relativize(file);
                var isOurs =
                        !path.startsWith(".git")
                                && !path.toString().contains("node_modules")
                                && !path.endsWith("package.json");
                if (isOurs) {
                    Files.createDirectories(to.resolve(path).getParent());
                    Files.copy(file, to.resolve(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
