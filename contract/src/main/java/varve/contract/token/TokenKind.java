package varve.contract.token;

import java.util.Locale;

/// What a credential is for. The kind stands in the secret's prefix, so that a scanner can tell.
public enum TokenKind {
    /// A person's session in a browser; the only kind that counts as the person being there.
    WEB("jsrw_"),
    /// Given to a program by approving it in a browser.
    DEVICE("jsrd_"),
    /// Made by hand, or by `npm login`.
    PERSONAL("jsrp_");

    private final String prefix;

    TokenKind(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    /// As JSR's API says it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TokenKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
