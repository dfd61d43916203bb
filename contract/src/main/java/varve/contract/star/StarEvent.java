package varve.contract.star;

import varve.contract.Event;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;

/// What happened to a star.
public sealed interface StarEvent extends Event {
    UserId user();

    PackageRef pkg();

    @Override
    default String stream() {
        return "star:" + user().text() + ":" + pkg().canonical();
    }

    record PackageStarred(UserId user, PackageRef pkg) implements StarEvent {}

    record PackageUnstarred(UserId user, PackageRef pkg) implements StarEvent {}
}
