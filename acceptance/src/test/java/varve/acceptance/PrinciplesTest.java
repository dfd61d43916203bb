package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What `docs/SECURITY-PRINCIPLES.md` claims is claimed with tests that exist and that `make test`
/// or `make accept` runs.
class PrinciplesTest {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED =
            Pattern.compile("`((?:varve\\.[a-z.]+)?[A-Z]\\w*Test)(?:\\.(\\w+))?`");
    private static final int REQUIREMENTS = 29;
    private static String document;
    private static final Map<String, String> TESTS = new TreeMap<>();

    /// @param here what is true of it, beginning with yes, partly or no
    private record Line(String track, String requirement, String here, String shownBy) {}

    @BeforeAll
    static void the_table_and_all_tests_of_the_house() throws IOException {
        document = Files.readString(HOUSE.resolve("docs/SECURITY-PRINCIPLES.md"));
        try (var modules = Files.list(HOUSE)) {
            for (var module : modules.map(m -> m.resolve("src/test/java")).toList()) {
                if (Files.isDirectory(module)) {
                    collect(module);
                }
            }
        }
    }

    @Test
    void every_requirement_of_the_checklist_has_an_honest_line() {
        assertThat(lines()).hasSize(REQUIREMENTS);
        assertThat(lines()).allMatch(line -> line.here().matches("(yes|partly|no)([:,].*)?"));
        assertThat(lines()).extracting(Line::requirement).doesNotHaveDuplicates();
    }

    @Test
    void whatever_is_claimed_names_a_test() {
        assertThat(lines())
                .filteredOn(line -> !line.here().startsWith("no"))
                .hasSizeGreaterThan(10)
                .allMatch(line -> NAMED.matcher(line.shownBy()).find());
    }

    @Test
    void every_test_that_is_named_exists() {
        var missing =
                NAMED.matcher(document)
                        .results()
                        .filter(named -> !exists(named.group(1), named.group(2)))
                        .map(named -> named.group())
                        .toList();

        assertThat(missing).isEmpty();
    }

    private static List<Line> lines() {
        return document.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| track"))
                .map(line -> line.split("\\|", -1))
                .map(c -> new Line(c[1].strip(), c[2].strip(), c[3].strip(), c[4].strip()))
                .toList();
    }

    /// @param name simple where only one test is called so
    private static boolean exists(String name, @Nullable String method) {
        var sources =
                TESTS.entrySet().stream()
                        .filter(test -> ("." + test.getKey()).endsWith("." + name))
                        .map(Map.Entry::getValue)
                        .toList();
        var test =
                Pattern.compile(
                        method == null
                                ? "@(Test|ParameterizedTest|TestFactory)\\b"
                                : "\n +(void|Stream<DynamicTest>) " + method + "\\(");
        return sources.size() == 1 && test.matcher(sources.getFirst()).find();
    }

    private static void collect(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            TESTS.putAll(
                    files.filter(file -> file.toString().endsWith("Test.java"))
                            .collect(
                                    Collectors.toMap(
                                            file ->
                                                    sources.relativize(file)
                                                            .toString()
                                                            .replace(".java", "")
                                                            .replace('/', '.'),
                                            PrinciplesTest::read)));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
