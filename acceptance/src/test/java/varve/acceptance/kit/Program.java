package varve.acceptance.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The one executable, run with the classes of this build.
public final class Program {
    private static final Path OURS = Path.of("target").toAbsolutePath();

    /// What the product runs with, which is all but what these tests are made of.
    private static final List<String> CLASS_PATH =
            Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                    .splitAsStream(System.getProperty("java.class.path"))
                    .filter(entry -> !Path.of(entry).toAbsolutePath().startsWith(OURS))
                    .toList();

    private static final LoadedClasses LOADED = LoadedClasses.of(CLASS_PATH);

    private Program() {}

    /// What it is started for.
    enum Pace {
        /// Tests wait for its start more than for its work.
        SOON_READY(List.of()),
        IN_EARNEST(List.of("-XX:TieredStopAtLevel=4"));

        private final List<String> options;

        Pace(List<String> options) {
            this.options = options;
        }
    }

    /// Runs it to its end.
    ///
    /// @param settings the only ones that it sees
    public static Run run(Map<String, String> settings, Duration deadline, String... words) {
        var environment = Environment.plain();
        environment.putAll(settings);
        return Run.of(program(environment, LOADED.options(), words), deadline);
    }

    static Process serve(Map<String, String> environment, Path log, Pace pace) {
        var options = Stream.concat(LOADED.options().stream(), pace.options.stream()).toList();
        return start(environment, log, options);
    }

    static Process start(Map<String, String> environment, Path log, List<String> options) {
        try {
            return program(environment, options)
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
        command.add(String.join(File.pathSeparator, CLASS_PATH));
        command.add("varve.standalone.Varve");
        command.addAll(List.of(words));
        return Environment.program(Path.of(".").toAbsolutePath(), environment, command);
    }
}
