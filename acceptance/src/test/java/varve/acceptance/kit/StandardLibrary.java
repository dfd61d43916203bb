package varve.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// A working copy of Deno's standard library: a workspace of packages that depend on one another.
///
/// @param root where its `deno.json` lies
public record StandardLibrary(Path root) {
    /// At the beginning of a line, so that examples in comments do not count.
    private static final Pattern DEPENDENCY =
            Pattern.compile("(?m)^(?:import|export|\\})[^\"'\\n]*[\"']@std/([a-z0-9-]+)");

    private static final JsonMapper JSON = new JsonMapper();

    /// Copies it, since clients leave files behind.
    public static StandardLibrary copied(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = from.relativize(file);
                if (!path.startsWith(".git") && !path.toString().contains("node_modules")) {
                    Files.createDirectories(to.resolve(path).getParent());
                    Files.copy(file, to.resolve(path));
                }
            }
            // it has a licence deep inside, for which Deno takes it to have one of its own
            Files.copy(to.resolve("LICENSE"), to.resolve("media_types").resolve("LICENSE"));
            return new StandardLibrary(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names of all packages, each after those that it needs.
    public List<String> inOrder() {
        var ordered = new LinkedHashSet<String>();
        for (var member : JSON.readTree(root.resolve("deno.json")).path("workspace")) {
            addAfterItsDependencies(name(member.asString()), ordered, new TreeSet<>());
        }
        return new ArrayList<>(ordered);
    }

    public Workspace of(String name) {
        return new Workspace(root.resolve(name.replace('-', '_')));
    }

    public String version(String name) {
        return JSON.readTree(of(name).read("deno.json")).path("version").asString();
    }

    private void addAfterItsDependencies(String name, Set<String> ordered, Set<String> above) {
        if (ordered.contains(name) || !above.add(name)) {
            return;
        }
        dependencies(name).forEach(needed -> addAfterItsDependencies(needed, ordered, above));
        ordered.add(name);
    }

    private Set<String> dependencies(String name) {
        var found = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(of(name).folder())) {
            for (var file : files.filter(StandardLibrary::isPublishedCode).toList()) {
                DEPENDENCY
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(r -> found.add(r.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static boolean isPublishedCode(Path file) {
        var name = file.toString();
        return name.endsWith(".ts")
                && !name.endsWith("_test.ts")
                && !name.contains("testdata")
                && !name.contains("_tools");
    }

    private static String name(String member) {
        return member.replace("./", "").replace('_', '-');
    }
}
