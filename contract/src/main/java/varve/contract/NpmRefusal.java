package varve.contract;

/// How the registry says no to what npm clients may do besides publishing and installing: webhooks,
/// staged versions, provenance, and changes that want their owner to be there.
public sealed interface NpmRefusal {
    /// A one-time code is needed, or a person at this address in a browser.
    record PresenceNeeded(String authUrl, String doneUrl) implements NpmRefusal {}

    record HookNotFound(String id) implements NpmRefusal {}

    record HookLimitReached(int limit) implements NpmRefusal {}

    /// Nothing is sent there.
    record EndpointNotAllowed(String why) implements NpmRefusal {}

    record StageNotFound(String id) implements NpmRefusal {}

    /// Only a person with a second factor decides about what was staged.
    record SecondFactorMissing() implements NpmRefusal {}

    /// What is attested of a tarball is not true of it, or nobody believes it.
    record UnsoundProvenance(String why) implements NpmRefusal {}

    /// The operator's rules do not let the caller.
    ///
    /// @param deed `publish` or `unpublish`
    record NameClosed(String deed, String name) implements NpmRefusal {}

    /// To be thrown.
    default Refused refused() {
        return new Refused(new Refusal.OfNpm(this));
    }
}
