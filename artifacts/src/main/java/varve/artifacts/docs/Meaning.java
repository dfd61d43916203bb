package varve.artifacts.docs;

import varve.artifacts.graph.Target;
import varve.contract.publishing.FilePath;

/// What a name leads to.
sealed interface Meaning {

    /// Declared in a module of this package.
    record Own(FilePath path, String name) implements Meaning {}

    /// A module of this package as a namespace.
    record Whole(FilePath path) implements Meaning {}

    /// From another package on this registry.
    record Jsr(Target.Jsr target, String name, String specifier) implements Meaning {}

    /// From anywhere else.
    record Elsewhere(String specifier, String name) implements Meaning {}
}
