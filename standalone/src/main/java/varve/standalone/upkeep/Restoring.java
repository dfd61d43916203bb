package varve.standalone.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.eventlog.EventLog;
import varve.projections.Tables;
import varve.projections.transparency.TransparencyLog;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.Settings;

/// Fills an empty registry from a backup, and waits until what is derived is there again.
@Component
public class Restoring {
    private static final Duration PATIENCE = Duration.ofHours(24);

    private final JdbcClient db;
    private final Blobs shelf;
    private final LogTransfer transfer;
    private final EventLog log;
    private final Settings settings;

    Restoring(JdbcClient db, Blobs shelf, LogTransfer transfer, EventLog log, Settings settings) {
        this.db = db;
        this.shelf = shelf;
        this.transfer = transfer;
        this.log = log;
        this.settings = settings;
    }

    /// Lays keys and tokens into the home, before anything is started that would make its own.
    ///
    /// @throws BadSetting when the home has others
    public static void keys(Path backup, Path home) throws IOException {
        var from = backup.resolve(Backup.HOME);
        if (!Files.isDirectory(from)) {
            throw new BadSetting("restore: " + backup + " is not a backup");
        }
        Files.createDirectories(home);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                var there = home.resolve(file.getFileName());
                if (Files.exists(there) && Files.mismatch(file, there) >= 0) {
                    throw new BadSetting("restore: there is another " + there + " already");
                }
                Backup.copy(file, there);
            }
        }
    }

    /// @return how many facts were read
    /// @throws BadSetting when there are facts here already, or a registry is running here
    long read(Path backup) throws IOException {
        var key = backup.resolve(Backup.HOME).resolve("log.key");
        if (log.head() > 0) {
            throw new BadSetting("restore: there are " + log.head() + " facts here already");
        }
        if (Files.mismatch(key, settings.logKey()) >= 0) {
            throw new BadSetting("restore: stop the registry that runs here first");
        }
        new VaultTransfer(db).read(backup.resolve(Backup.VAULT));
        new ShelfTransfer(shelf, backup).read();
        long facts = transfer.read(backup.resolve(Backup.LOG));
        for (var projection : new String[] {Tables.NAME, TransparencyLog.NAME}) {
            if (!log.await(projection, facts, PATIENCE)) {
                throw new BadSetting("restore: " + projection + " did not get to " + facts);
            }
        }
        return facts;
    }
}
