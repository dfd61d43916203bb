package varve.contract.pkg;

import varve.contract.Event;

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
}
