package varve.artifacts;

/// Everything that an upload can have wrong, under the names that JSR's clients know.
public enum Fault {
    INVALID_TARBALL("invalidTarball"),
    LINK_IN_TARBALL("linkInTarball"),
    INVALID_ENTRY_TYPE("invalidEntryType"),
    INVALID_PATH("invalidPath"),
    INVALID_GIT_PATH("invalidGitPath"),
    FILE_TOO_LARGE("fileTooLarge"),
    PACKAGE_TOO_LARGE("packageTooLarge"),
    CASE_INSENSITIVE_DUPLICATE_PATH("caseInsensitiveDuplicatePath"),
    MISSING_CONFIG_FILE("missingConfigFile"),
    INVALID_CONFIG_FILE("invalidConfigFile"),
    CONFIG_FILE_NAME_MISMATCH("configFileNameMismatch"),
    CONFIG_FILE_VERSION_MISMATCH("configFileVersionMismatch"),
    CONFIG_FILE_EXPORTS_INVALID("configFileExportsInvalid"),
    MISSING_LICENSE("missingLicense"),
    INVALID_LICENSE("invalidLicense"),
    GRAPH_ERROR("graphError"),
    INVALID_EXTERNAL_IMPORT("invalidExternalImport"),
    INVALID_NPM_SPECIFIER("invalidNpmSpecifier"),
    INVALID_JSR_SPECIFIER("invalidJsrSpecifier"),
    INVALID_JSR_SCOPED_PACKAGE_NAME("invalidJsrScopedPackageName"),
    MISSING_CONSTRAINT("missingConstraint"),
    COMMON_JS("commonJs"),
    GLOBAL_TYPE_AUGMENTATION("globalTypeAugmentation"),
    BANNED_TRIPLE_SLASH_DIRECTIVES("bannedTripleSlashDirectives"),
    BANNED_IMPORT_ASSERTION("bannedImportAssertion"),
    DOC_ERROR("docError"),
    NPM_TARBALL_ERROR("npmTarballError"),
    UNRESOLVABLE_JSR_DEPENDENCY("unresolvableJsrDependency"),
    INVALID_JSR_DEPENDENCY_SUB_PATH("invalidJsrDependencySubPath");

    private final String code;

    Fault(String code) {
        this.code = code;
    }

    /// As it stands in the publishing task.
    public String code() {
        return code;
    }

    /// This fault, ready to be thrown.
    public Faulted with(String message) {
        return new Faulted(this, message);
    }
}
