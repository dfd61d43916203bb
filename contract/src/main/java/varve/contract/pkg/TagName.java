package varve.contract.pkg;

import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// Name of a dist-tag, such as `latest`. It must not read like a version or a range, since clients
/// take what follows the `@` for a range where it can be one.
public record TagName(String text) implements Text {
    private static final int LONGEST = 100;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z_][A-Za-z0-9._-]*");

    /// `v1`, `V1.2`, `x` and what else a range may consist of.
    private static final Pattern RANGE = Pattern.compile("(?i)(v\\d.*|x(\\.[x\\d]+)*)");

    public static final TagName LATEST = new TagName("latest");

    public TagName {
        if (text.length() > LONGEST
                || !SHAPE.matcher(text).matches()
                || RANGE.matcher(text).matches()) {
            throw new Refused(
                    new Refusal.Malformed(
                            "'"
                                    + text
                                    + "' is no name for a dist-tag: a letter, then letters,"
                                    + " digits, '.', '_' and '-', and not like a version"));
        }
    }

    /// @throws Refused when the text cannot name a tag
    public static TagName of(String text) {
        return new TagName(text);
    }
}
