package varve.contract.account;

import varve.contract.Event;

/// What happened to a person's account.
public sealed interface UserEvent extends Event {
    UserId user();

    @Override
    default String stream() {
        return "user:" + user().text();
    }

    record UserRegistered(UserId user) implements UserEvent {}

    record StaffAppointed(UserId user) implements UserEvent {}

    record PasswordChanged(UserId user) implements UserEvent {}

    record SecondFactorSet(UserId user) implements UserEvent {}

    record SecondFactorRemoved(UserId user) implements UserEvent {}

    record PasskeyAdded(UserId user, PasskeyId passkey) implements UserEvent {}

    record PasskeyRemoved(UserId user, PasskeyId passkey) implements UserEvent {}

    record PasskeyUsed(UserId user, PasskeyId passkey) implements UserEvent {}

    record StaffDismissed(UserId user) implements UserEvent {}

    record UserBlocked(UserId user) implements UserEvent {}

    record UserUnblocked(UserId user) implements UserEvent {}

    record UserErased(UserId user) implements UserEvent {}
}
