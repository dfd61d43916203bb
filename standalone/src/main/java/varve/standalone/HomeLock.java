package varve.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import varve.standalone.settings.BadSetting;

/// At most one registry runs on one home. The operating system gives the lock up with the process,
/// so a kill leaves nothing to clean up.
final class HomeLock implements AutoCloseable {
    private final FileChannel file;

    private HomeLock(FileChannel file) {
        this.file = file;
    }

    /// @throws BadSetting when another process has it
    static HomeLock take(Path home) throws IOException {
        var file =
                FileChannel.open(
                        home.resolve("varve.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            throw new BadSetting("VARVE_HOME: another Varve runs on " + home);
        }
        return new HomeLock(file);
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
