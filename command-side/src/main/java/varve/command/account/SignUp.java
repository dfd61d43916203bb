package varve.command.account;

import static varve.command.account.WrongTries.On.SIGN_UP_FROM_ADDRESS;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.Login;
import varve.contract.account.SignUpPolicy;
import varve.contract.account.UserCommand.RegisterUser;
import varve.contract.account.UserId;
import varve.eventlog.Commands;

/// Makes accounts for people who come by themselves.
@Component
public class SignUp {
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>\"'(),;:\\\\]{1,64}@[^\\s@<>\"'(),;:\\\\]{1,190}");

    private final PeoplePolicy policy;
    private final Vault vault;
    private final Passwords passwords;
    private final Invitations invitations;
    private final WrongTries tries;
    private final Commands commands;

    SignUp(
            PeoplePolicy policy,
            Vault vault,
            Passwords passwords,
            Invitations invitations,
            WrongTries tries,
            Commands commands) {
        this.policy = policy;
        this.vault = vault;
        this.passwords = passwords;
        this.invitations = invitations;
        this.tries = tries;
        this.commands = commands;
    }

    /// What somebody gives who wants an account.
    ///
    /// @param mail may be absent
    /// @param invitation may be absent where everybody may sign up
    public record Wish(
            Login login, String password, @Nullable String mail, @Nullable String invitation) {
        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    public boolean isOpen() {
        return policy.signUp() == SignUpPolicy.OPEN;
    }

    /// @throws Refused when they may not, or what they give cannot be used
    public UserId signUp(Wish wish, String address, Caller caller) {
        var invitation = policy.signUp() == SignUpPolicy.OPEN ? null : wish.invitation();
        admit(invitation);
        checkMail(wish.mail());
        passwords.check(wish.password(), wish.login().text());
        tries.check(SIGN_UP_FROM_ADDRESS, address);
        if (vault.named(wish.login()).isPresent()) {
            throw new Refused(new Refusal.OfPeople.LoginTaken(wish.login().text()));
        }
        if (invitation != null) {
            invitations.use(invitation);
        }
        tries.note(SIGN_UP_FROM_ADDRESS, address);
        return create(wish.login(), wish.mail(), wish.password(), caller);
    }

    static void checkMail(@Nullable String mail) {
        if (mail != null && !MAIL.matcher(mail).matches()) {
            throw new Refused(new Refusal.OfPeople.MailNotAllowed(mail));
        }
    }

    private void admit(@Nullable String invitation) {
        switch (policy.signUp()) {
            case OPEN -> {}
            case INVITE -> {
                if (invitation == null) {
                    throw new Refused(new Refusal.OfPeople.SignUpClosed());
                }
                invitations.check(invitation);
            }
            case CLOSED -> throw new Refused(new Refusal.OfPeople.SignUpClosed());
        }
    }

    public boolean isFree(Login login) {
        return vault.named(login).isEmpty();
    }

    /// Makes an account for somebody who signs in elsewhere.
    ///
    /// @param mail not kept when it is no address
    public UserId withoutPassword(Login login, @Nullable String mail, Caller caller) {
        var sound = mail != null && MAIL.matcher(mail).matches() ? mail : null;
        return create(login, sound, null, caller);
    }

    private UserId create(
            Login login, @Nullable String mail, @Nullable String password, Caller caller) {
        var user = new UserId(UUID.randomUUID());
        vault.keep(user, login.text());
        try {
            vault.keepLogin(user, login);
            vault.keepMail(user, mail);
            if (password != null) {
                passwords.keep(user, password);
            }
            commands.send(new RegisterUser(user), caller.as(user));
        } catch (Refused refused) {
            vault.drop(user);
            throw refused;
        }
        return user;
    }
}
