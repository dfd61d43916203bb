package varve.embedded;

import java.nio.file.Path;

/// Another running server holds the folder.
public final class HomeInUse extends EmbeddedServerFailure {
    HomeInUse(Path home) {
        super("The folder " + home + " is in use by another running Varve.");
    }
}
