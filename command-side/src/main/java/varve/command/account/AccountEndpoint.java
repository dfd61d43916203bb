package varve.command.account;

import static varve.contract.Refused.unlessGiven;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.access.Access;
import varve.command.token.NewSecret;
import varve.contract.Caller;
import varve.contract.ReadBack;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserCommand.RegisterUser;
import varve.contract.account.UserId;
import varve.contract.token.Grant;
import varve.contract.token.TokenCommand.IssueToken;
import varve.contract.token.TokenId;
import varve.eventlog.Commands;

/// Wishes about accounts over HTTP.
@RestController
class AccountEndpoint {
    private static final int LONGEST_NAME = 100;

    private final Commands commands;
    private final Access access;
    private final Vault vault;
    private final ReadBack readBack;

    AccountEndpoint(Commands commands, Access access, Vault vault, ReadBack readBack) {
        this.commands = commands;
        this.access = access;
        this.vault = vault;
        this.readBack = readBack;
    }

    record NewUser(@Nullable String name) {}

    /// @param secret the person's first token, told here and never again
    record CreatedUser(String id, String name, String secret) {}

    /// Staff let somebody in. The secret works as soon as it is told.
    @PostMapping("/api/admin/users")
    CreatedUser register(@RequestBody NewUser wish, Caller caller) {
        access.staff(caller);
        var name = unlessGiven(wish.name(), "name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refused(new Refusal.Malformed("a name has 1 to 100 characters"));
        }
        var user = new UserId(UUID.randomUUID());
        var secret = NewSecret.personal();
        vault.keep(user, name);
        commands.send(new RegisterUser(user), caller);
        var receipt =
                commands.send(
                        new IssueToken(
                                new TokenId(UUID.randomUUID()),
                                user,
                                secret.sha256(),
                                new Grant.Everything(),
                                null),
                        caller);
        readBack.await(receipt.position(), ReadBack.PATIENCE);
        return new CreatedUser(user.text(), name, secret.text());
    }
}
