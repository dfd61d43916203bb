package varve.contract.pkg;

import varve.contract.Command;
import varve.contract.version.VersionNumber;

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
    record SetTag(PackageRef pkg, TagName tag, VersionNumber version) implements PackageCommand {}

    record RemoveTag(PackageRef pkg, TagName tag) implements PackageCommand {}

    /// @param description one line, at most 250 bytes
    record DescribePackage(PackageRef pkg, String description) implements PackageCommand {}
}
