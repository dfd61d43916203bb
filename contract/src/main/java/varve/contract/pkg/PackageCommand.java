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

    /// @param description one line, at most 250 bytes
    record DescribePackage(PackageRef pkg, String description) implements PackageCommand {}
}
