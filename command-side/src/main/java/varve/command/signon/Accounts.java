package varve.command.signon;

import java.util.UUID;
import org.springframework.stereotype.Component;
import varve.command.account.Account;
import varve.command.account.SignUp;
import varve.command.ci.LinkedIdentities;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.Login;
import varve.contract.account.UserId;
import varve.eventlog.States;

/// Whose account here belongs to whose elsewhere.
@Component
class Accounts {
    private static final int LONGEST_LOGIN = 50;

    private final LinkedIdentities identities;
    private final SignUp signUp;
    private final States states;

    Accounts(LinkedIdentities identities, SignUp signUp, States states) {
        this.identities = identities;
        this.signUp = signUp;
        this.states = states;
    }

    /// Whose account it is; a new one where newcomers are welcome.
    ///
    /// @throws Refused when there is none, or it is blocked
    UserId of(Person person, Provider provider, Caller caller) {
        var known = identities.user(provider.name(), person.subject());
        if (known.isPresent()) {
            if (states.of(Account.SUBJECT, "user:" + known.get().text()).isBlocked()) {
                throw new Refused(new Refusal.Blocked());
            }
            return known.get();
        }
        if (!provider.newcomers()) {
            throw new Refused(new Refusal.OfPeople.SignUpClosed());
        }
        var user = signUp.withoutPassword(login(person), person.mail(), caller);
        link(person, provider, user);
        return user;
    }

    /// @throws Refused when it is somebody else's
    void link(Person person, Provider provider, UserId user) {
        if (!identities.claim(provider.name(), person.subject(), user)) {
            throw new Refused(new Refusal.OfPeople.ConnectTaken(provider.name()));
        }
    }

    /// @throws Refused when there would be no way in any more
    void unlink(Provider provider, UserId user, boolean hasOtherWay) {
        if (!hasOtherWay && identities.of(user).stream().allMatch(provider.name()::equals)) {
            throw new Refused(new Refusal.OfPeople.DisconnectLast());
        }
        identities.unlink(provider.name(), user);
    }

    private Login login(Person person) {
        var plain =
                person.login().replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
        var wanted = plain.isEmpty() ? "user" : plain;
        var text = wanted.substring(0, Math.min(wanted.length(), LONGEST_LOGIN));
        var login = Login.of(text);
        return signUp.isFree(login)
                ? login
                : Login.of(text + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
