package varve.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// The pages of a package whose author is hostile, in Chromium: wide, narrow and dark.
@Tag("long")
@ExtendWith(TellsLogs.class)
class DocumentationBrowserTest {
    private static final RunningVarve VARVE = Shared.varve();
    private static final int DEADLINE_SECONDS = 180;

    @TempDir Path folder;

    @Test
    void no_script_of_a_stranger_runs_and_nothing_hangs_over() throws Exception {
        var flags = DocumentedFlags.publish(VARVE);
        var said = folder.resolve("said.txt");
        var browser =
                new ProcessBuilder(
                                "node",
                                Path.of("browser", "docs.mjs").toAbsolutePath().toString(),
                                VARVE.registry().toString(),
                                flags.pkg(),
                                "Flag",
                                folder.resolve("pictures").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();

        assertThat(browser.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).as(text(said)).isTrue();
        assertThat(browser.exitValue()).as(text(said)).isZero();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
