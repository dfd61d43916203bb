package varve.command.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.command.Access;
import varve.command.ci.LinkedIdentities;
import varve.command.token.Mint;
import varve.contract.Caller;
import varve.contract.Credentials;
import varve.contract.ReadBack;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.Login;
import varve.contract.account.UserCommand.ChangePassword;
import varve.contract.account.UserCommand.EraseUser;
import varve.contract.account.UserId;
import varve.contract.token.TokenId;
import varve.eventlog.Commands;

/// What people change about their own account.
@Component
public class Profile {
    private static final String OTHER_SESSIONS =
            "select id from varve_read.token where owner = ? and kind = 'web' and id::text <> ?";

    private final Vault vault;
    private final Passwords passwords;
    private final SignIn signIn;
    private final LinkedIdentities identities;
    private final PasskeyTable passkeys;
    private final Access access;
    private final Commands commands;
    private final Mint mint;
    private final ReadBack readBack;
    private final Credentials credentials;
    private final JdbcClient db;

    Profile(
            Vault vault,
            Passwords passwords,
            SignIn signIn,
            LinkedIdentities identities,
            PasskeyTable passkeys,
            Access access,
            Commands commands,
            Mint mint,
            ReadBack readBack,
            Credentials credentials,
            JdbcClient db) {
        this.vault = vault;
        this.passwords = passwords;
        this.signIn = signIn;
        this.identities = identities;
        this.passkeys = passkeys;
        this.access = access;
        this.commands = commands;
        this.mint = mint;
        this.readBack = readBack;
        this.credentials = credentials;
        this.db = db;
    }

    /// A new password.
    ///
    /// @param login for somebody who had none
    /// @param old absent for somebody who had none
    public record NewPassword(@Nullable String login, @Nullable String old, String password) {
        @Override
        public String toString() {
            return "NewPassword[…]";
        }
    }

    /// Other sessions end, since somebody else may have known the old password. Whoever has none
    /// and signs in otherwise makes one in a browser, so that nobody does who has found a token;
    /// whoever has nothing to sign in with was let in by staff, and has but the token.
    ///
    /// @param address from where the old one is told
    public void changePassword(UserId user, NewPassword wish, String address, Caller caller) {
        if (passwords.hashOf(user).isPresent()) {
            signIn.confirm(user, Refused.unlessGiven(wish.old(), "old"), address);
        } else if (!identities.of(user).isEmpty() || !passkeys.credentials(user).isEmpty()) {
            access.interactive(caller);
        }
        var login = vault.login(user).orElseGet(() -> newLogin(user, wish));
        passwords.check(wish.password(), login);
        passwords.keep(user, wish.password());
        commands.send(new ChangePassword(user), caller);
        var here = caller.credential() == null ? "" : caller.credential();
        db.sql(OTHER_SESSIONS)
                .params(user.uuid(), here)
                .query(UUID.class)
                .list()
                .forEach(session -> mint.revoke(new TokenId(session), caller));
    }

    /// @param mail absent to have none
    public void changeMail(UserId user, @Nullable String mail) {
        SignUp.checkMail(mail);
        vault.keepMail(user, mail);
    }

    /// @throws Refused when it is no name that can be shown
    public void changeName(UserId user, String name) {
        if (name.isBlank() || name.length() > 100) {
            throw new Refused(new Refusal.Malformed("a name has 1 to 100 characters"));
        }
        vault.keep(user, name.strip());
    }

    /// What tells who they were is gone when this returns, or soon after.
    ///
    /// @param password of whoever has one
    public void erase(UserId user, @Nullable String password, String address, Caller caller) {
        if (passwords.hashOf(user).isPresent()) {
            signIn.confirm(user, Refused.unlessGiven(password, "password"), address);
        }
        forget(user, caller);
    }

    /// The same by staff, without a password.
    void forget(UserId user, Caller caller) {
        readBack.await(commands.send(new EraseUser(user), caller).position(), ReadBack.PATIENCE);
        credentials.forget();
    }

    private String newLogin(UserId user, NewPassword wish) {
        var login = Login.of(Refused.unlessGiven(wish.login(), "login"));
        vault.keepLogin(user, login);
        return login.text();
    }
}
