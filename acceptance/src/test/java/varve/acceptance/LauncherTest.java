package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script that starts the program.
class LauncherTest {
    private static final String SEPARATOR = System.getProperty("path.separator");

    @TempDir Path folder;

    /// As services are started and `su -` leaves it. The names of files follow the same setting.
    @Test
    void letters_are_what_they_are_where_no_language_is_set() throws Exception {
        var script = folder.resolve("bin/varve");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("..", "build", "varve"), script);
        library(folder.resolve("lib"));

        var start = new ProcessBuilder("bash", script.toString(), "settings");
        start.environment().keySet().removeIf(key -> key.equals("LANG") || key.startsWith("LC_"));
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var program = start.start();
        var told = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(told).isEqualTo(Files.readString(Path.of("..", "docs", "SETTINGS.md")));
    }

    /// One archive that names everything which these tests run with.
    private static void library(Path lib) throws IOException {
        Files.createDirectories(lib);
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(SEPARATOR))
                                .map(entry -> Path.of(entry).toUri().toString())
                                .collect(Collectors.joining(" ")));
        var jar = Files.newOutputStream(lib.resolve("all.jar"));
        new JarOutputStream(jar, manifest).close();
    }
}
