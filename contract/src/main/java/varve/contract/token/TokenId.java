package varve.contract.token;

import java.util.UUID;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// Names a token without being one.
public record TokenId(UUID uuid) implements Text {
    /// @throws Refused when the text is not a UUID
    public static TokenId of(String text) {
        try {
            return new TokenId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new Refused(new Refusal.TokenNotFound(text));
        }
    }

    @Override
    public String text() {
        return uuid.toString();
    }
}
