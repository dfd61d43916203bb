package varve.command.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refused;
import varve.contract.account.UserCommand.RemoveSecondFactor;
import varve.contract.account.UserCommand.SetSecondFactor;
import varve.contract.account.UserId;
import varve.eventlog.Commands;

/// Setting up and giving up one-time codes, whoever asks for it and how.
@Component
public class SecondFactorSetup {
    private final SecondFactor second;
    private final SignIn signIn;
    private final Vault vault;
    private final Commands commands;

    SecondFactorSetup(SecondFactor second, SignIn signIn, Vault vault, Commands commands) {
        this.second = second;
        this.signIn = signIn;
        this.vault = vault;
        this.commands = commands;
    }

    /// @param address from where the password is told
    public SecondFactor.Enrolment begin(UserId user, String password, String address) {
        signIn.confirm(user, password, address);
        return second.begin(user, vault.login(user).orElse(""));
    }

    /// @return recovery codes, told only here
    public List<String> confirm(UserId user, String code, Caller caller) {
        var codes = second.confirm(user, code);
        commands.send(new SetSecondFactor(user), caller);
        return codes;
    }

    /// Shows with their password that it is they who change something about it.
    public void prove(UserId user, String password, String address) {
        signIn.confirm(user, password, address);
    }

    /// The same, with a code besides once there is a second factor.
    ///
    /// @param password of whoever has one
    void prove(UserId user, @Nullable String password, @Nullable String code, String address) {
        if (signIn.hasPassword(user)) {
            prove(user, Refused.unlessGiven(password, "password"), address);
        }
        second.check(user, code);
    }

    /// Gives up the second factor, and what was begun of one.
    public void remove(UserId user, Caller caller) {
        boolean counted = second.isOn(user);
        if (second.remove(user) && counted) {
            commands.send(new RemoveSecondFactor(user), caller);
        }
    }
}
