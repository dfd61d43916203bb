package varve.standalone.upkeep.verdaccio;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.command.account.Passwords;
import varve.command.account.Vault;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.Login;
import varve.contract.account.UserCommand.RegisterUser;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand.AddMember;
import varve.contract.scope.ScopeName;
import varve.eventlog.Commands;

/// People who come from a Verdaccio: known by name from then on, members where they could publish.
public final class VaultNewcomers implements VerdaccioImport.Newcomers {
    private static final String STAFF =
            "select id from varve_read.account where staff order by created_at, id limit 1";

    private final Commands commands;
    private final Vault vault;
    private final Passwords passwords;
    private final JdbcClient db;

    public VaultNewcomers(Commands commands, Vault vault, Passwords passwords, JdbcClient db) {
        this.passwords = passwords;
        this.commands = commands;
        this.vault = vault;
        this.db = db;
    }

    @Override
    public boolean register(String name, String hash, Caller caller) {
        var id = VerdaccioImport.Newcomers.id(name);
        vault.keep(id, name);
        try {
            commands.send(new RegisterUser(id), caller);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.UserAlreadyExists)) {
                throw refused;
            }
        }
        return signsIn(id, name, hash);
    }

    private boolean signsIn(UserId id, String name, String hash) {
        try {
            if (vault.login(id).isEmpty()) {
                vault.keepLogin(id, Login.of(name));
            }
            passwords.takeOver(id, hash);
            return true;
        } catch (Refused | IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public UserId owner(@Nullable String name) {
        return name == null
                ? new UserId(db.sql(STAFF).query(UUID.class).single())
                : VerdaccioImport.Newcomers.id(name);
    }

    @Override
    public void join(ScopeName scope, List<String> people, Caller caller) {
        for (var person : people.stream().skip(1).toList()) {
            var id = VerdaccioImport.Newcomers.id(person);
            commands.send(new AddMember(scope, id, Role.MEMBER), caller);
        }
    }
}
