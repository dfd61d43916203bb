package varve.contract.stage;

import java.util.UUID;
import varve.contract.NpmRefusal;
import varve.contract.Refused;
import varve.contract.Text;
import varve.contract.publishing.AttemptId;

/// Names a version that was handed in.
public record StageId(UUID uuid) implements Text {
    /// @throws Refused when the text is not a UUID
    public static StageId of(String text) {
        try {
            return new StageId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new NpmRefusal.StageNotFound(text).refused();
        }
    }

    /// Under which its tarball lies on the shelf.
    public AttemptId attempt() {
        return new AttemptId(uuid);
    }

    @Override
    public String text() {
        return uuid.toString();
    }
}
