package varve.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The folder of one embedded server. One process holds it at a time; the operating system lets go
/// of it when that process ends, however it ends. It remembers the server's port and secrets.
final class Home implements AutoCloseable {
    private static final int SECRET_BYTES = 24;

    private final Path directory;
    private final FileChannel lock;

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /// A server's start in its home.
    interface Start<S> {
        S in(Home home) throws IOException;
    }

    /// Opens a folder for a server and starts it there; a start that fails gives the folder up.
    ///
    /// @param server what people call it
    /// @throws EmbeddedServerFailure when it does not start, or the folder is in use
    static <S> S start(Path directory, String server, Start<S> start) {
        var home = open(directory);
        try {
            return start.in(home);
        } catch (IOException e) {
            home.close();
            throw new EmbeddedServerFailure(
                    server + " in " + directory + " did not start: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static Home open(Path directory) {
        var absolute = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            return new Home(absolute, lock(absolute));
        } catch (IOException e) {
            throw new EmbeddedServerFailure(
                    "The folder " + absolute + " cannot be created or written to: " + e, e);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // held within this very process: refused below in the same words
        }
        channel.close();
        throw new HomeInUse(directory);
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    /// A random text of 32 characters, made at the first call and kept in a file that only its
    /// owner can read.
    String secret(String name) {
        var file = path(name);
        try {
            if (Files.notExists(file)) {
                var bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The port of the last start if nobody else has taken it since, otherwise a free one, which is
    /// remembered from here on.
    int port() {
        var file = path("port");
        try {
            if (Files.exists(file)) {
                var remembered = Integer.parseInt(Files.readString(file).strip());
                if (Ports.isFree(remembered)) {
                    return remembered;
                }
            }
            var chosen = Ports.free();
            write(file, Integer.toString(chosen));
            return chosen;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All or nothing, so that a program killed halfway leaves no half secret behind.
    private void write(Path file, String text) throws IOException {
        var half =
                Files.createTempFile(
                        directory,
                        file.getFileName().toString(),
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, text + "\n");
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
