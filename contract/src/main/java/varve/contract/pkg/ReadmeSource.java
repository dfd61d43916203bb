package varve.contract.pkg;

/// What introduces a package on its page.
public enum ReadmeSource {
    /// Its README file.
    README,
    /// The documentation comment of its main module.
    JSDOC
}
