package varve.eventlog;

import java.util.UUID;
import java.util.stream.Stream;
import varve.contract.Event;
import varve.contract.account.PasskeyId;
import varve.contract.account.UserEvent;
import varve.contract.account.UserId;

/// One of each fact about accounts.
final class AccountExamples {
    private static final UserId LUCA = Wishes.LUCA;
    private static final PasskeyId PASSKEY =
            new PasskeyId(UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000a"));

    private AccountExamples() {}

    static Stream<Event> all() {
        return Stream.of(
                new UserEvent.UserRegistered(LUCA),
                new UserEvent.StaffAppointed(LUCA),
                new UserEvent.PasswordChanged(LUCA),
                new UserEvent.SecondFactorSet(LUCA),
                new UserEvent.SecondFactorRemoved(LUCA),
                new UserEvent.PasskeyAdded(LUCA, PASSKEY),
                new UserEvent.PasskeyRemoved(LUCA, PASSKEY),
                new UserEvent.PasskeyUsed(LUCA, PASSKEY),
                new UserEvent.StaffDismissed(LUCA),
                new UserEvent.UserBlocked(LUCA),
                new UserEvent.UserUnblocked(LUCA),
                new UserEvent.UserErased(LUCA));
    }
}
