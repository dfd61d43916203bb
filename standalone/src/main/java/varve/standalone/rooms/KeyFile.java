package varve.standalone.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/// A private key that the registry made itself, in a file that only the operator can read.
final class KeyFile {
    private KeyFile() {}

    /// It gets its name only when it is complete: what is cut short is begun anew.
    ///
    /// @throws UncheckedIOException when it cannot be written
    static void makeUnlessThere(Path file, Supplier<String> key) {
        if (Files.exists(file)) {
            return;
        }
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, key.get(), StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            Files.move(draft, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key cannot be written to " + file, e);
        }
    }
}
