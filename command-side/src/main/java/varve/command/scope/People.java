package varve.command.scope;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.command.account.Account;
import varve.command.account.Vault;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.Login;
import varve.contract.account.UserId;
import varve.eventlog.States;

/// Finds those who have been here before.
@Component
class People {
    private final States states;
    private final Vault vault;

    People(States states, Vault vault) {
        this.states = states;
        this.vault = vault;
    }

    /// @param login what somebody signs in with
    /// @throws Refused when nobody does
    UserId named(String login) {
        return vault.named(Login.of(login.strip()))
                .orElseThrow(() -> new Refused(new Refusal.UserNotFound(login)));
    }

    /// @throws Refused when nobody is known under this name
    UserId find(
            @Nullable UserId id, @Nullable String githubLogin, @Nullable String gitlabUsername) {
        if (id == null) {
            throw new Refused(
                    new Refusal.UserNotFound(
                            String.valueOf(githubLogin == null ? gitlabUsername : githubLogin)));
        }
        return known(id);
    }

    /// @throws Refused when there is nobody with this id
    UserId known(UserId id) {
        if (states.of(Account.SUBJECT, "user:" + id.text()) instanceof Account.Unknown) {
            throw new Refused(new Refusal.UserNotFound(id.text()));
        }
        return id;
    }
}
