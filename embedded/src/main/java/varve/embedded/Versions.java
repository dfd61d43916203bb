package varve.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The versions of the servers that this build carries.
final class Versions {
    static final String POSTGRES = read("postgres");

    private Versions() {}

    private static String read(String name) {
        try (var stream = Versions.class.getResourceAsStream("versions.properties")) {
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
