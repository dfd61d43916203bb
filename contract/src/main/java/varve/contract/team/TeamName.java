package varve.contract.team;

import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// What a team is called within its scope: up to 100 of `a-z`, `0-9`, `-`, `_` and `.`.
public record TeamName(String text) implements Text {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    public TeamName {
        if (!SHAPE.matcher(text).matches()) {
            throw new Refused(
                    new Refusal.Malformed(
                            "'" + text + "' is no name for a team: a-z, 0-9, '-', '_' and '.'"));
        }
    }

    /// @throws Refused when the text cannot name a team
    public static TeamName of(String text) {
        return new TeamName(text);
    }
}
