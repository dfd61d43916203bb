package varve.contract.star;

import varve.contract.Command;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;

/// Wishes about a star, which is one person's for one package.
public sealed interface StarCommand extends Command {
    UserId user();

    PackageRef pkg();

    @Override
    default String stream() {
        return "star:" + user().text() + ":" + pkg().canonical();
    }

    record StarPackage(UserId user, PackageRef pkg) implements StarCommand {}

    record UnstarPackage(UserId user, PackageRef pkg) implements StarCommand {}
}
