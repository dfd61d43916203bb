package varve.command.modules;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.Caller;
import varve.contract.ModuleRefusal;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.modules.ModuleCommand.CountStars;
import varve.contract.modules.ModuleName;
import varve.contract.modules.Repository;
import varve.eventlog.Commands;

/// Brings the stars of all modules up to date, unlisted ones too. What cannot be asked keeps the
/// number it has; a repository that is gone keeps its last one.
public final class StarCounts {
    private static final String ALL =
            """
            select name, forge, repository_id, owner, repository from varve_read.module order by name
            """;

    private record Starred(ModuleName module, Repository repository) {}

    private final JdbcClient db;
    private final ForgeApi forge;
    private final Commands commands;

    public StarCounts(JdbcClient db, ForgeApi forge, Commands commands) {
        this.db = db;
        this.forge = forge;
        this.commands = commands;
    }

    /// @return how many were counted, in a line
    public String count() throws InterruptedException {
        var caller = Caller.registry("star-counts", UUID.randomUUID().toString());
        int counted = 0;
        var all = all();
        for (var one : all) {
            var stars = forge.stars(one.repository());
            if (stars.isPresent()) {
                counted++;
                count(one.module(), stars.getAsLong(), caller);
            }
        }
        return counted + " of " + all.size() + " modules counted";
    }

    private void count(ModuleName module, long stars, Caller caller) {
        try {
            commands.send(new CountStars(module, stars), caller);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.OfModules(ModuleRefusal.ModuleNotFound _))) {
                throw refused;
            }
        }
    }

    private List<Starred> all() {
        return db.sql(ALL)
                .query((row, _) ->
                        new Starred(
                                ModuleName.of(row.getString("name")),
                                new Repository(
                                        row.getString("forge"),
                                        row.getLong("repository_id"),
                                        row.getString("owner"),
                                        row.getString("repository"))))
                .list();
    }
}
