package varve.acceptance.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/// Cloth and flags, published with `deno publish`.
public final class PublishedFlags {
    private static final class Lazily {
        static final String SCOPE = on(Shared.varve());
    }

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(40);

    private PublishedFlags() {}

    /// The scope under which they are on the shared registry.
    public static String scope() {
        return Lazily.SCOPE;
    }

    /// Waits until the registry has told how often they were taken, which is the last that it does
    /// by itself after they were published.
    public static void awaitDownloads(RunningVarve varve) {
        eventually(
                TOLD_WITHIN,
                () -> {
                    var told = varve.api().staff().get("/api/audit?actor=registry:downloads");
                    assertThat(told.text()).contains("downloads.added");
                });
    }

    /// Publishes them on any registry.
    ///
    /// @return their scope
    public static String on(RunningVarve varve) {
        try {
            var folder = Files.createTempDirectory("varve-flags-");
            var luca = varve.api();
            var scope = luca.freshScope("luca");
            var clients = Clients.of(varve, folder);
            for (var pkg :
                    new Workspace[] {Flags.cloth(folder, scope), Flags.flag(folder, scope)}) {
                luca.createPackage("@" + scope + "/" + pkg.folder().getFileName());
                clients.publish(pkg, luca.token()).succeeds();
            }
            return scope;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
