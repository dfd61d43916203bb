package varve.contract.modules;

import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Where a module's sources lie. The forge's number makes two repositories the same, whatever they
/// are called and whoever owns them now.
///
/// @param type kind of forge, for example `github`
/// @param id the forge's own number
/// @param owner user, organisation, or group with its subgroups
public record Repository(String type, long id, String owner, String name) {
    private static final Pattern SEGMENT =
            Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._][A-Za-z0-9._-]*");
    private static final int LONGEST = 200;

    public Repository {
        if (id < 1 || owner.length() + name.length() > LONGEST || !isPath(owner + "/" + name)) {
            throw new Refused(
                    new Refusal.Malformed("'" + owner + "/" + name + "' is not a repository"));
        }
    }

    /// @param fullName `owner/name`; all but the last part is the owner
    /// @throws Refused when it is not the name of a repository
    public static Repository of(String type, long id, String fullName) {
        int slash = fullName.lastIndexOf('/');
        return new Repository(
                type,
                id,
                slash < 0 ? "" : fullName.substring(0, slash),
                fullName.substring(slash + 1));
    }

    public String fullName() {
        return owner + "/" + name;
    }

    public boolean isSameAs(Repository other) {
        return type.equals(other.type) && id == other.id;
    }

    private static boolean isPath(String text) {
        for (var segment : text.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                return false;
            }
        }
        return true;
    }
}
