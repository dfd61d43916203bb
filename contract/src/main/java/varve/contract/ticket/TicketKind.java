package varve.contract.ticket;

import java.util.Locale;
import varve.contract.Refusal;
import varve.contract.Refused;

/// What a ticket is about (JSR's kinds).
public enum TicketKind {
    USER_SCOPE_QUOTA_INCREASE,
    SCOPE_QUOTA_INCREASE,
    SCOPE_CLAIM,
    PACKAGE_REPORT,
    OTHER;

    /// @throws Refused when there is no such kind
    public static TicketKind named(String text) {
        for (var kind : values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new Refused(new Refusal.Malformed("there are no tickets of the kind '" + text + "'"));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
