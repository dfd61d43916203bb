package varve.command.account;

import static varve.command.account.WrongTries.On.PASSWORD_FROM_ADDRESS;
import static varve.command.account.WrongTries.On.PASSWORD_OF_ANYBODY;
import static varve.command.account.WrongTries.On.PASSWORD_OF_USER;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.Login;
import varve.contract.account.Signing;
import varve.contract.account.UserCommand.RegisterUser;
import varve.contract.account.UserId;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Finds out whether somebody is who they say, by their password.
@Component
public class SignIn implements Signing {
    private final Vault vault;
    private final Passwords passwords;
    private final RecentMatches recent;
    private final SecondFactor second;
    private final WrongTries tries;
    private final States states;
    private final Commands commands;
    private final Turns addresses = new Turns();
    private final Turns people = new Turns();

    SignIn(
            Vault vault,
            Passwords passwords,
            RecentMatches recent,
            SecondFactor second,
            WrongTries tries,
            States states,
            Commands commands) {
        this.vault = vault;
        this.passwords = passwords;
        this.recent = recent;
        this.second = second;
        this.tries = tries;
        this.states = states;
        this.commands = commands;
    }

    /// @param code of their second factor; absent when none was told
    /// @param address from where somebody tries
    /// @throws Refused when they do not belong together, a code is needed, or after too many wrong
    ///   tries
    public UserId signIn(String login, String password, @Nullable String code, String address) {
        var user = matched(login, password, address);
        second.check(user, code);
        return registered(user);
    }

    private UserId matched(String login, String password, String address) {
        var whose = login.toLowerCase(Locale.ROOT);
        return addresses.take(
                address, () -> people.take(whose, () -> looked(login, whose, password, address)));
    }

    private UserId looked(String login, String whose, String password, String address) {
        tries.check(PASSWORD_OF_ANYBODY, "");
        tries.check(PASSWORD_FROM_ADDRESS, address);
        tries.check(PASSWORD_OF_USER, whose);
        var user = known(login);
        var hash = user.flatMap(passwords::hashOf);
        if (!passwords.match(password, hash.orElse(null))) {
            tries.note(PASSWORD_OF_ANYBODY, "");
            tries.note(PASSWORD_FROM_ADDRESS, address);
            tries.note(PASSWORD_OF_USER, whose);
            throw new Refused(new Refusal.OfPeople.WrongPassword());
        }
        tries.forgive(PASSWORD_OF_USER, whose);
        var person = user.orElseThrow();
        if (states.of(Account.SUBJECT, "user:" + person.text()).isBlocked()) {
            throw new Refused(new Refusal.Blocked());
        }
        return person;
    }

    /// Whether somebody who has signed in already knows the password.
    public void confirm(UserId user, String password, String address) {
        var login =
                vault.login(user)
                        .orElseThrow(() -> new Refused(new Refusal.OfPeople.WrongPassword()));
        matched(login, password, address);
    }

    /// For clients that send a password with every request: what matched a moment ago still does.
    /// Whoever has a second factor uses tokens for them.
    @Override
    public Optional<UserId> person(String login, String password, String address) {
        var user = known(login);
        var hash = user.flatMap(passwords::hashOf);
        boolean remembered = hash.isPresent() && recent.matched(password, hash.get());
        if (user.isPresent() && remembered) {
            second.check(user.get(), null);
            return user;
        }
        var person = signIn(login, password, null, address);
        hash.ifPresent(h -> recent.remember(password, h));
        return Optional.of(person);
    }

    public boolean hasPassword(UserId user) {
        return passwords.hashOf(user).isPresent();
    }

    /// Whether somebody signs in with this.
    public boolean isTaken(Login login) {
        return vault.named(login).isPresent();
    }

    private Optional<UserId> known(String login) {
        try {
            return vault.named(Login.of(login));
        } catch (Refused _) {
            return Optional.empty();
        }
    }

    /// Mends what was cut short between the vault and the log.
    private UserId registered(UserId user) {
        if (states.of(Account.SUBJECT, "user:" + user.text()) instanceof Account.Unknown) {
            var caller = Caller.registry("sign-in", UUID.randomUUID().toString());
            commands.send(new RegisterUser(user), caller);
        }
        return user;
    }
}
