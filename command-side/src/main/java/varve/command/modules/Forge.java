package varve.command.modules;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import varve.contract.modules.Repository;

/// Where webhooks come from and repositories are fetched.
///
/// @param base in front of `owner/repository`; may be a `file:` address
/// @param anyAddress whether webhooks are taken from everywhere, not only from GitHub's addresses
/// @param secret that webhooks are signed with, if they are
/// @param patience how long fetching one repository may take
public record Forge(URI base, boolean anyAddress, Optional<String> secret, Duration patience) {

    String address(Repository repository) {
        var text = base.toString();
        return (text.endsWith("/") ? text : text + "/") + repository.fullName();
    }

    /// The address without what only we should know.
    String shown(Repository repository) {
        var secrets = base.getRawUserInfo();
        var address = address(repository);
        return secrets == null ? address : address.replace(secrets + "@", "");
    }
}
