package varve.contract.modules;

import java.util.regex.Pattern;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A tag as git allows one (`git check-ref-format`), in at most 200 characters.
public record GitTag(String text) implements Text {
    private static final int LONGEST = 200;
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//|(^|/)\\.|\\.lock(/|$)");

    public GitTag {
        if (text.isEmpty()
                || text.length() > LONGEST
                || FORBIDDEN.matcher(text).find()
                || text.equals("@")
                || text.startsWith("-")
                || text.startsWith("/")
                || text.endsWith("/")
                || text.endsWith(".")) {
            throw new ModuleRefusal.VersionNotValid(text).refused();
        }
    }

    /// @throws Refused when git would not take it for a tag
    public static GitTag of(String text) {
        return new GitTag(text);
    }
}
