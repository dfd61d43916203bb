package varve.contract.scope;

/// Who may know of something.
public enum Visibility {
    /// Everybody.
    PUBLIC,
    /// Members of its scope, whatever their role; to all others it is not there.
    PRIVATE
}
