package varve.command.account;

import java.util.List;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserCommand;
import varve.contract.account.UserCommand.AddPasskey;
import varve.contract.account.UserCommand.AppointStaff;
import varve.contract.account.UserCommand.BlockUser;
import varve.contract.account.UserCommand.ChangePassword;
import varve.contract.account.UserCommand.DismissStaff;
import varve.contract.account.UserCommand.EraseUser;
import varve.contract.account.UserCommand.RegisterUser;
import varve.contract.account.UserCommand.RemovePasskey;
import varve.contract.account.UserCommand.RemoveSecondFactor;
import varve.contract.account.UserCommand.SetSecondFactor;
import varve.contract.account.UserCommand.UnblockUser;
import varve.contract.account.UserCommand.UsePasskey;
import varve.contract.account.UserEvent;
import varve.contract.account.UserEvent.PasskeyAdded;
import varve.contract.account.UserEvent.PasskeyRemoved;
import varve.contract.account.UserEvent.PasskeyUsed;
import varve.contract.account.UserEvent.PasswordChanged;
import varve.contract.account.UserEvent.SecondFactorRemoved;
import varve.contract.account.UserEvent.SecondFactorSet;
import varve.contract.account.UserEvent.StaffAppointed;
import varve.contract.account.UserEvent.StaffDismissed;
import varve.contract.account.UserEvent.UserBlocked;
import varve.contract.account.UserEvent.UserErased;
import varve.contract.account.UserEvent.UserRegistered;
import varve.contract.account.UserEvent.UserUnblocked;
import varve.contract.account.UserId;
import varve.eventlog.Subject;

/// What must be remembered of a person to decide about their account.
public sealed interface Account {
    Subject<Account, UserCommand, UserEvent> SUBJECT =
            Rules.of("user", Account.class, new Unknown(), Account::decide, Account::on);

    record Unknown() implements Account {}

    record Registered(boolean staff, boolean blocked) implements Account {}

    /// Nobody knows any more who that was.
    record Erased() implements Account {}

    /// Whether the registry has given them its own authority.
    default boolean isStaff() {
        return this instanceof Registered(var staff, _) && staff;
    }

    default boolean isBlocked() {
        return this instanceof Registered(_, var blocked) && blocked;
    }

    default List<UserEvent> decide(UserCommand command) {
        return switch (command) {
            case RegisterUser(var user) -> register(user);
            case AppointStaff(var user) -> appoint(user);
            case ChangePassword(var user) -> known(user, new PasswordChanged(user));
            case SetSecondFactor(var user) -> known(user, new SecondFactorSet(user));
            case RemoveSecondFactor(var user) -> known(user, new SecondFactorRemoved(user));
            case AddPasskey(var user, var passkey) -> known(user, new PasskeyAdded(user, passkey));
            case RemovePasskey(var user, var passkey) ->
                    known(user, new PasskeyRemoved(user, passkey));
            case UsePasskey(var user, var passkey) -> known(user, new PasskeyUsed(user, passkey));
            case DismissStaff(var user) ->
                    isStaff() ? known(user, new StaffDismissed(user)) : known(user);
            case BlockUser(var user) ->
                    isBlocked() ? known(user) : known(user, new UserBlocked(user));
            case UnblockUser(var user) ->
                    isBlocked() ? known(user, new UserUnblocked(user)) : known(user);
            case EraseUser(var user) ->
                    this instanceof Erased() ? List.of() : known(user, new UserErased(user));
        };
    }

    default Account on(UserEvent event) {
        return switch (event) {
            case UserRegistered _ -> new Registered(false, false);
            case StaffAppointed _ -> new Registered(true, isBlocked());
            case StaffDismissed _ -> new Registered(false, isBlocked());
            case UserBlocked _ -> new Registered(isStaff(), true);
            case UserUnblocked _ -> new Registered(isStaff(), false);
            case PasswordChanged _, SecondFactorSet _, SecondFactorRemoved _ -> this;
            case PasskeyAdded _, PasskeyRemoved _, PasskeyUsed _ -> this;
            case UserErased _ -> new Erased();
        };
    }

    private List<UserEvent> register(UserId user) {
        return switch (this) {
            case Unknown() -> List.of(new UserRegistered(user));
            case Registered _, Erased _ ->
                    throw new Refused(new Refusal.UserAlreadyExists(user.text()));
        };
    }

    private List<UserEvent> appoint(UserId user) {
        return switch (this) {
            case Unknown _, Erased _ -> throw new Refused(new Refusal.UserNotFound(user.text()));
            case Registered(var staff, _) when staff -> List.of();
            case Registered _ -> List.of(new StaffAppointed(user));
        };
    }

    private List<UserEvent> known(UserId user, UserEvent... events) {
        return switch (this) {
            case Unknown _, Erased _ -> throw new Refused(new Refusal.UserNotFound(user.text()));
            case Registered _ -> List.of(events);
        };
    }
}
