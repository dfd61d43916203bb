package varve.contract.pkg;

import org.jspecify.annotations.Nullable;
import varve.contract.Command;
import varve.contract.scope.Visibility;

/// Wishes about a package.
public sealed interface PackageCommand extends Command {
    PackageRef pkg();

    @Override
    default String stream() {
        return pkg().stream();
    }

    record CreatePackage(PackageRef pkg) implements PackageCommand {}

    /// @param visibility from its first moment on
    record CreateNpmPackage(PackageRef pkg, Visibility visibility) implements PackageCommand {}

    /// Lets a tag point to a version, whatever it pointed to before.
    ///
    /// @param version one that is published
    record SetTag(PackageRef pkg, TagName tag, String version) implements PackageCommand {}

    record RemoveTag(PackageRef pkg, TagName tag) implements PackageCommand {}

    /// @param description one line, at most 250 bytes
    record DescribePackage(PackageRef pkg, String description) implements PackageCommand {}

    /// @param repository absent to take a link back
    record LinkRepository(PackageRef pkg, @Nullable SourceRepository repository)
            implements PackageCommand {}

    record SetRuntimeCompat(PackageRef pkg, RuntimeCompat compat) implements PackageCommand {}

    record SetReadmeSource(PackageRef pkg, ReadmeSource source) implements PackageCommand {}

    /// Archived packages are not shown and cannot change; they go on being installed.
    record ArchivePackage(PackageRef pkg, boolean archived) implements PackageCommand {}

    record FeaturePackage(PackageRef pkg, boolean featured) implements PackageCommand {}

    record SetPackageVisibility(PackageRef pkg, Visibility visibility) implements PackageCommand {}

    /// Jobs of a workflow may publish it from then on.
    record TrustPublisher(PackageRef pkg, TrustedPublisher publisher) implements PackageCommand {}

    record DistrustPublisher(PackageRef pkg, String id) implements PackageCommand {}

    /// Says that the package is to go, so that nothing is published meanwhile.
    record BeginDeletion(PackageRef pkg) implements PackageCommand {}

    /// It stays, since something has been published.
    record AbandonDeletion(PackageRef pkg) implements PackageCommand {}

    record DeletePackage(PackageRef pkg) implements PackageCommand {}

    /// Its successor is another package, where it goes on being published.
    record MovePackage(PackageRef pkg, PackageRef to) implements PackageCommand {}
}
