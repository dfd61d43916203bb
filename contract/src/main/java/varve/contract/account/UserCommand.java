package varve.contract.account;

import varve.contract.Command;

/// Wishes about a person.
public sealed interface UserCommand extends Command {
    UserId user();

    @Override
    default String stream() {
        return "user:" + user().text();
    }

    record RegisterUser(UserId user) implements UserCommand {}

    record AppointStaff(UserId user) implements UserCommand {}
}
