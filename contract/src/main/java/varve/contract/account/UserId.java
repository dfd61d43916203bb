package varve.contract.account;

import java.util.UUID;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A person, as the log knows them. Names and addresses live in the vault under this id.
public record UserId(UUID uuid) implements Text {
    /// @throws Refused when the text is not a UUID
    public static UserId of(String text) {
        try {
            return new UserId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new Refused(new Refusal.Malformed("'" + text + "' is not a user id"));
        }
    }

    @Override
    public String text() {
        return uuid.toString();
    }
}
