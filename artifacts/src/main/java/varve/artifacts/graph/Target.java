package varve.artifacts.graph;

import varve.contract.pkg.PackageRef;
import varve.contract.publishing.FilePath;

/// What a specifier means.
public sealed interface Target {

    /// Another file of the same package.
    record Local(FilePath path) implements Target {}

    /// A package that is published as source.
    ///
    /// @param path below the package, empty for its main entry point
    record Jsr(PackageRef pkg, String constraint, String path) implements Target {}

    /// A package from an npm registry.
    ///
    /// @param path below the package, empty for its main entry point
    record Npm(String name, String constraint, String path) implements Target {}

    /// What the runtime brings along (`node:fs`), or carries in itself (`data:`).
    record Outside(String specifier) implements Target {}

    /// A dynamic import of something that is not there; the program will find out.
    record Missing(String specifier) implements Target {}
}
