package varve.contract.modules;

import java.util.Locale;
import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A user or organisation of a forge, for whom other rules may hold. Forges do not tell logins
/// apart by case, so neither does this.
public record OwnerName(String text) implements Text {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9._/\\[\\]-]{1,200}");

    public OwnerName {
        text = text.toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(text).matches()) {
            throw new Refused(new Refusal.Malformed("'" + text + "' is not a user of a forge"));
        }
    }

    /// @throws Refused when the text is not a login
    public static OwnerName of(String text) {
        return new OwnerName(text);
    }

    /// The stream of its history in the log.
    public String stream() {
        return "owner:" + text;
    }
}
