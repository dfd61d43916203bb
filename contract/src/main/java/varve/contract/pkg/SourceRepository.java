package varve.contract.pkg;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Where a package's sources are developed.
///
/// @param id the forge's own number, by which CI is recognised; without it CI cannot publish
public record SourceRepository(String owner, String name, @Nullable Long id) {
    private static final Pattern SEGMENT =
            Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._][A-Za-z0-9._-]{0,99}");

    public SourceRepository {
        if (!SEGMENT.matcher(owner).matches() || !SEGMENT.matcher(name).matches()) {
            throw new Refused(
                    new Refusal.Malformed("'" + owner + "/" + name + "' is not a repository"));
        }
        if (id != null && id < 1) {
            throw new Refused(new Refusal.Malformed("a repository's id is positive"));
        }
    }
}
