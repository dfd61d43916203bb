package varve.contract.hook;

import java.util.UUID;
import varve.contract.NpmRefusal;
import varve.contract.Refused;
import varve.contract.Text;

/// Names a webhook.
public record HookId(UUID uuid) implements Text {
    /// @throws Refused when the text is not a UUID
    public static HookId of(String text) {
        try {
            return new HookId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new NpmRefusal.HookNotFound(text).refused();
        }
    }

    @Override
    public String text() {
        return uuid.toString();
    }
}
