package varve.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// PostgreSQL refuses to run as root. Where Varve itself runs as root, its programs are started in
/// a user namespace of their own, in which they see themselves as nobody and still own their files.
final class Unprivileged {
    private static final List<String> UNSHARE = List.of("unshare", "--user");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Unprivileged() {}

    /// The words to put before a command; none for an ordinary user.
    static List<String> prefix() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        try {
            var outcome = Program.run(List.of("unshare", "--user", "id", "-u"), PATIENCE);
            if (outcome.succeeded() && !outcome.output().equals("0")) {
                return UNSHARE;
            }
            throw refused(outcome.output(), null);
        } catch (IOException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        }
    }

    private static EmbeddedServerFailure refused(String reason, @Nullable IOException cause) {
        return new EmbeddedServerFailure(
                "PostgreSQL does not run as root, and 'unshare --user' does not work here ("
                        + reason
                        + "): start Varve as an ordinary user or give it VARVE_DATABASE_URL.",
                cause);
    }
}
