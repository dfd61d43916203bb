package varve.contract.pkg;

import varve.contract.Command;

/// Wishes about a package.
public sealed interface PackageCommand extends Command {
    PackageRef pkg();

    @Override
    default String stream() {
        return pkg().stream();
    }

    record CreatePackage(PackageRef pkg) implements PackageCommand {}

    record CreateNpmPackage(PackageRef pkg) implements PackageCommand {}

    /// Lets a tag point to a version, whatever it pointed to before.
    ///
    /// @param version one that is published
    record SetTag(PackageRef pkg, TagName tag, String version) implements PackageCommand {}

    record RemoveTag(PackageRef pkg, TagName tag) implements PackageCommand {}

    /// @param description one line, at most 250 bytes
    record DescribePackage(PackageRef pkg, String description) implements PackageCommand {}
}
