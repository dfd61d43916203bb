package varve.standalone.settings;

/// What a node can do.
public enum Role {
    /// Listens on the ports.
    GATEWAY,
    /// Decides wishes that come in over HTTP.
    COMMAND,
    /// Answers questions.
    QUERY,
    /// Brings tables, lists and index up to date.
    PROJECTIONS,
    /// Looks into uploads.
    WORKERS
}
