package varve.acceptance.kit;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// Files that lie beside the tests.
final class Resources {
    private Resources() {}

    static Path file(String name) {
        try {
            var found = Resources.class.getResource("/varve/acceptance/npm/" + name);
            return Path.of(Objects.requireNonNull(found, name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
