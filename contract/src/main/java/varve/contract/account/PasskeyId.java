package varve.contract.account;

import java.util.UUID;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// Names a passkey, without being the id by which authenticators know it: that stays in the vault.
public record PasskeyId(UUID uuid) implements Text {
    /// @throws Refused when the text is not a UUID
    public static PasskeyId of(String text) {
        try {
            return new PasskeyId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new Refused(new Refusal.OfPeople.PasskeyNotFound(text));
        }
    }

    @Override
    public String text() {
        return uuid.toString();
    }
}
