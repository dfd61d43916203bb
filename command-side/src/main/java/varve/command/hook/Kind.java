package varve.command.hook;

import java.util.Locale;
import varve.contract.Refusal;
import varve.contract.Refused;

/// What a webhook listens to, and in which dialect it is told.
public enum Kind {
    /// One package, as npm says it.
    PACKAGE,
    /// All packages of a scope, as npm says it.
    SCOPE,
    /// All packages of the scopes that a person belongs to, as npm says it.
    OWNER,
    /// All of a scope, as the change feed says it.
    CHANGES;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws Refused when npm has no such kind
    public static Kind ofNpm(String text) {
        return switch (text) {
            case "package" -> PACKAGE;
            case "scope" -> SCOPE;
            case "owner" -> OWNER;
            default ->
                    throw new Refused(new Refusal.Malformed("'type' is package, scope or owner"));
        };
    }
}
