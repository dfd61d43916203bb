package varve.standalone.rooms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.transparency.LogKey;
import varve.projections.transparency.LogIdentity;
import varve.standalone.settings.BadSetting;
import varve.standalone.settings.Settings;

/// Finds the key that signs the transparency log, and makes one for a registry that has none.
final class LogKeys {
    private static final String SIGNED_BY = "select key from varve_tlog.tree";

    private LogKeys() {}

    /// @throws BadSetting when the log is signed with another key than this node has
    static LogIdentity identity(Settings settings, JdbcClient db) {
        var file = settings.logKey();
        var signedBy = db.sql(SIGNED_BY).query(String.class).optional();
        if (Files.notExists(file)) {
            if (signedBy.isPresent()) {
                throw new BadSetting(
                        "VARVE_LOG_KEY: %s is missing, and the log is signed as %s already"
                                .formatted(file, signedBy.get()));
            }
            KeyFile.makeUnlessThere(file, () -> LogKey.generate().pem());
        }
        var key = read(file);
        signedBy.filter(text -> !key.verifier(name(text)).text().equals(text))
                .ifPresent(text -> {
                    throw new BadSetting(
                            "VARVE_LOG_KEY: %s is not the key that the log is signed with, %s"
                                    .formatted(file, text));
                });
        return new LogIdentity(origin(settings), key);
    }

    private static String name(String verifier) {
        return verifier.substring(0, verifier.indexOf('+'));
    }

    private static String origin(Settings settings) {
        return settings.addresses().registry().getAuthority() + "/log";
    }

    private static LogKey read(Path file) {
        try {
            return LogKey.of(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSetting("VARVE_LOG_KEY: cannot read " + file + ": " + e.getMessage());
        }
    }
}
