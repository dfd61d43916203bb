package varve.acceptance.publishing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Small uploads of which something large would be made.
final class LargeFixtures {
    private LargeFixtures() {}

    static Stream<Fixture> all() {
        return Stream.of(documentation(), tarball());
    }

    /// Every entry point passes on all names of one module.
    private static Fixture documentation() {
        var names =
                IntStream.range(0, 1_000)
                        .mapToObj("export const flag%d: number = 1;%n"::formatted)
                        .collect(Collectors.joining());
        var doors = IntStream.range(0, 250).mapToObj("door%d"::formatted).toList();
        var fixture =
                Fixture.of("too_much_to_document", names)
                        .deno(
                                "{\"name\": \"%PKG%\", \"license\": \"MIT\", \"exports\": {"
                                        + doors.stream()
                                                .map("\"./%1$s\": \"./%1$s.ts\""::formatted)
                                                .collect(Collectors.joining(","))
                                        + "}}");
        for (var door : doors) {
            fixture = fixture.file(door + ".ts", "export * from \"./mod.ts\";\n");
        }
        return fixture.fails("docError", "file:///door");
    }

    /// Every line inside is indented by hundreds of steps.
    private static Fixture tarball() {
        var deep = "namespace a {".repeat(500) + "0;".repeat(50_000) + "}".repeat(500);
        var modules = List.of("a", "b", "c");
        var fixture =
                Fixture.of(
                        "too_large_for_npm",
                        modules.stream()
                                .map("import \"./%s.ts\";%n"::formatted)
                                .collect(Collectors.joining()));
        for (var module : modules) {
            fixture = fixture.file(module + ".ts", deep);
        }
        return fixture.fails("npmTarballError", "too large");
    }
}
