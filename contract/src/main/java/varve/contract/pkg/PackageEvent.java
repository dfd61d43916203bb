package varve.contract.pkg;

import varve.contract.Event;
import varve.contract.scope.Visibility;

/// What happened to a package.
public sealed interface PackageEvent extends Event {
    PackageRef pkg();

    @Override
    default String stream() {
        return pkg().stream();
    }

    record PackageCreated(PackageRef pkg) implements PackageEvent {}

    record NpmPackageCreated(PackageRef pkg) implements PackageEvent {}

    record TagSet(PackageRef pkg, TagName tag, String version) implements PackageEvent {}

    record TagRemoved(PackageRef pkg, TagName tag) implements PackageEvent {}

    record PackageDescribed(PackageRef pkg, String description) implements PackageEvent {}

    record RepositoryLinked(PackageRef pkg, SourceRepository repository) implements PackageEvent {}

    record RepositoryUnlinked(PackageRef pkg) implements PackageEvent {}

    record RuntimeCompatSet(PackageRef pkg, RuntimeCompat compat) implements PackageEvent {}

    record ReadmeSourceSet(PackageRef pkg, ReadmeSource source) implements PackageEvent {}

    record PackageArchived(PackageRef pkg) implements PackageEvent {}

    record PackageUnarchived(PackageRef pkg) implements PackageEvent {}

    record PackageFeatured(PackageRef pkg) implements PackageEvent {}

    record PackageUnfeatured(PackageRef pkg) implements PackageEvent {}

    record PackageVisibilitySet(PackageRef pkg, Visibility visibility) implements PackageEvent {}

    record PublisherTrusted(PackageRef pkg, TrustedPublisher publisher) implements PackageEvent {}

    record PublisherDistrusted(PackageRef pkg, String id) implements PackageEvent {}

    record DeletionBegun(PackageRef pkg) implements PackageEvent {}

    record DeletionAbandoned(PackageRef pkg) implements PackageEvent {}

    record PackageDeleted(PackageRef pkg) implements PackageEvent {}

    /// @param to where it goes on being published
    record PackageMoved(PackageRef pkg, PackageRef to) implements PackageEvent {}
}
