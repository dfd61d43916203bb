package varve.contract.publishing;

import java.util.UUID;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// One attempt to publish one version. Clients know it as the publishing task's id and poll it
/// without credentials, so it must not be guessable.
public record AttemptId(UUID uuid) implements Text {
    /// @throws Refused when the text is not a UUID
    public static AttemptId of(String text) {
        try {
            return new AttemptId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new Refused(new Refusal.AttemptNotFound(text));
        }
    }

    @Override
    public String text() {
        return uuid.toString();
    }
}
