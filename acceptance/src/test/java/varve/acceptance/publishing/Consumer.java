package varve.acceptance.publishing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import varve.acceptance.kit.Clients;
import varve.acceptance.kit.Workspace;

/// A program that uses every entry point of what its project has installed.
record Consumer(Workspace project, Set<String> entries, Clients clients) {
    /// Types that only Deno and Bun declare.
    private static final Pattern OF_RUNTIMES =
            Pattern.compile("Cannot find (name|namespace) '(Deno|Bun|GPU\\w*|URLPattern\\w*)'");

    /// What the TypeScript compiler does not like in the program or in any declaration it meets,
    /// except that a runtime's own globals are not there.
    List<String> complaints(String module, String resolution) {
        var program = new StringBuilder();
        int number = 0;
        for (var entry : entries) {
            program.append(
                    "import * as m%1$d from \"%2$s\"%3$s;%nvoid m%1$d;%n"
                            .formatted(
                                    number++,
                                    entry,
                                    entry.endsWith(".json") ? " with { type: \"json\" }" : ""));
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
                        "--resolveJsonModule",
                        "--module",
                        module,
                        "--moduleResolution",
                        resolution,
                        "--typeRoots",
                        Clients.types(),
                        "--types",
                        "node",
                        "main.mts");
        return run.output()
                .lines()
                .filter(line -> line.contains("error TS"))
                .filter(line -> !OF_RUNTIMES.matcher(line).find())
                .toList();
    }
}
