package varve.standalone.verdaccio;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.command.account.Vault;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
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
    private final JdbcClient db;

    public VaultNewcomers(Commands commands, Vault vault, JdbcClient db) {
        this.commands = commands;
        this.vault = vault;
        this.db = db;
    }

    @Override
    public void register(String name, Caller caller) {
        var id = VerdaccioImport.Newcomers.id(name);
        vault.keep(id, name);
        try {
            commands.send(new RegisterUser(id), caller);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.UserAlreadyExists)) {
                throw refused;
            }
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
