package varve.standalone.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Bucket;
import varve.blobs.Paths;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.Settings;

/// Copies everything that cannot be derived, while the registry goes on: the statement that was
/// signed, then the shelf, then the log, then what has come to the shelf meanwhile. Bytes are on
/// the shelf before the log speaks of them, so the copy of the shelf is never behind the copy of
/// the log; and the log never behind what was signed.
@Component
public class Backup {
    static final String LOG = "log.ndjson";
    static final String VAULT = "vault.ndjson";
    static final String HOME = "home";

    private final JdbcClient db;
    private final Blobs shelf;
    private final LogTransfer transfer;
    private final Settings settings;

    Backup(JdbcClient db, Blobs shelf, LogTransfer transfer, Settings settings) {
        this.db = db;
        this.shelf = shelf;
        this.transfer = transfer;
        this.settings = settings;
    }

    /// @return how many facts were written
    /// @throws BadSetting when there is something in the folder already
    long write(Path folder) throws IOException {
        make(folder);
        var objects = new ShelfTransfer(shelf, folder);
        objects.write(Paths.checkpoint());
        objects.write(Paths.logKey());
        copy(objects);
        long facts = transfer.export(folder.resolve(LOG));
        copy(objects);
        new VaultTransfer(db).write(folder.resolve(VAULT));
        keys(folder.resolve(HOME));
        return facts;
    }

    private static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var present = Files.list(folder)) {
            if (present.findAny().isPresent()) {
                throw new BadSetting("backup: there is something in " + folder + " already");
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /// The tiles of the transparency log follow from the facts.
    private static void copy(ShelfTransfer objects) throws IOException {
        for (var bucket : Bucket.values()) {
            if (bucket != Bucket.LOG) {
                objects.write(bucket);
            }
        }
    }

    /// The files that lie in the home itself: keys and the operator's token.
    private void keys(Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(settings.home())) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".lock"))
                    .forEach(file -> copy(file, to.resolve(file.getFileName())));
        }
        if (Files.exists(settings.logKey())) {
            copy(settings.logKey(), to.resolve("log.key"));
        }
    }

    static void copy(Path from, Path to) {
        try {
            Files.copy(
                    from,
                    to,
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("copying " + from, e);
        }
    }
}
