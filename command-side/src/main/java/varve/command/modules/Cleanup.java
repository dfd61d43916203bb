package varve.command.modules;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.Caller;
import varve.contract.modules.ModuleCommand.RemoveModule;
import varve.contract.modules.ModuleName;
import varve.eventlog.Commands;

/// Frees the names of modules that were registered and never published anything: after thirty days,
/// listed modules only, as deno.land/x did.
public final class Cleanup {
    private static final Duration PATIENCE = Duration.ofDays(30);

    private static final String IDLE =
            """
            select name from varve_read.module
            where not unlisted and created_at <= ? and not exists (
                select from varve_read.build where module = name and status <> 'error')
            order by name
            """;

    private final JdbcClient db;
    private final Commands commands;
    private final Clock clock;
    private final boolean dryRun;

    /// @param dryRun whether it only says what it would do
    public Cleanup(JdbcClient db, Commands commands, Clock clock, boolean dryRun) {
        this.db = db;
        this.commands = commands;
        this.clock = clock;
        this.dryRun = dryRun;
    }

    /// @return what was done, in a line
    public String run() {
        var since = Timestamp.from(clock.instant().minus(PATIENCE));
        var idle = db.sql(IDLE).param(since).query((row, _) -> row.getString("name")).list();
        if (!dryRun) {
            var caller = Caller.registry("cleanup", UUID.randomUUID().toString());
            idle.forEach(name -> remove(ModuleName.of(name), caller));
        }
        return (dryRun ? "would remove " : "removed ")
                + idle.size()
                + " modules: "
                + String.join(", ", idle);
    }

    private void remove(ModuleName module, Caller caller) {
        commands.send(new RemoveModule(module), caller);
        new ModuleSecrets(db).remove(module);
    }
}
