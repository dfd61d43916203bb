package varve.contract.ci;

import varve.contract.Actor;
import varve.contract.token.Grant;

/// Finds out which job shows an identity token. Asked by the door, answered by the command side.
public interface Workloads {
    /// For a token that says by itself whose it is.
    String ANY = "bearer";

    /// In place of a scheme: shown to the npm host, for which its audience must be.
    String NPM = "npm";

    /// @param scheme of the `Authorization` header, for example `githuboidc`, {@link #ANY} or
    ///   {@link #NPM}
    /// @param jwt as the job's provider signed it
    /// @throws varve.contract.Refused when it is not good
    Known known(String scheme, String jwt);

    /// @param credential names the token without being one; the same for every spelling of it
    record Known(Actor.Workload actor, String credential, Grant grant) {}
}
