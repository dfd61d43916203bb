package varve.contract.pkg;

/// How the versions of a package come into being. A package is of one kind for ever.
public enum Kind {
    /// From sources, by JSR's protocol.
    SOURCE,
    /// From an npm client's tarball.
    NPM
}
