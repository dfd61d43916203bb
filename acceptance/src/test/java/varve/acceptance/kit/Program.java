package varve.acceptance.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The one executable, run with the classes of this build.
public final class Program {
    private static final Path OURS = Path.of("target").toAbsolutePath();

    /// What the product runs with, which is all but what these tests are made of.
    private static final String CLASS_PATH =
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !Path.of(entry).toAbsolutePath().startsWith(OURS))
                    .collect(Collectors.joining(File.pathSeparator));

    private static final LoadedClasses LOADED = LoadedClasses.of(CLASS_PATH);

    private Program() {}

    /// Runs it to its end.
    ///
    /// @param settings the only ones that it sees
    public static Run run(Map<String, String> settings, Duration deadline, String... words) {
        var environment = Environment.plain();
        environment.putAll(settings);
        return Run.of(program(environment, LOADED.options(false), words), deadline);
    }

    /// Whether whoever asks is to leave an archive of its classes for those that start later.
    static boolean archives() {
        return LOADED.claim();
    }

    static Process serve(Map<String, String> environment, Path log, boolean archives) {
        try {
            return program(environment, LOADED.options(archives))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder program(
            Map<String, String> environment, List<String> options, String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xmx512m");
        command.addAll(options);
        command.add("-cp");
        command.add(CLASS_PATH);
        command.add("varve.standalone.Varve");
        command.addAll(List.of(words));
        return Environment.program(Path.of(".").toAbsolutePath(), environment, command);
    }
}
