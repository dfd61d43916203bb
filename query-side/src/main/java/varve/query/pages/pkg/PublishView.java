package varve.query.pages.pkg;

import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.pkg.TrustedPublisher;

/// How a package is published.
///
/// @param repository whose jobs publish it, as `owner/name`
public record PublishView(PackageHead head, @Nullable String repository, Trust trust) {

    /// @param publishers workflows that publish it without a token
    /// @param mayChange whether the reader may say which those are
    public record Trust(List<TrustedPublisher> publishers, boolean mayChange) {}

    public String here() {
        return head.address() + "/publish";
    }

    public String api() {
        return "/api/scopes/" + head.scope() + "/packages/" + head.name() + "/publishers";
    }

    /// The name as `package.json` has it.
    public String npmName() {
        return head.scope().startsWith("~") ? head.name() : "@" + head.scope() + "/" + head.name();
    }
}
