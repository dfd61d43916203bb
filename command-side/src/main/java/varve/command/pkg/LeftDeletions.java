package varve.command.pkg;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.Caller;
import varve.contract.pkg.PackageCommand.AbandonDeletion;
import varve.contract.pkg.PackageRef;
import varve.eventlog.Commands;

/// Deletions that somebody began and never came to the end of, since the node died in between. The
/// package comes back.
public final class LeftDeletions {
    private static final String LEFT =
            """
            select package from varve_read.audit begun
            where event = 'package.deletion-begun' and at < now() - make_interval(secs => ?)
                and not exists (select 1 from varve_read.audit later
                    where later.package = begun.package and later.position > begun.position
                        and later.event in ('package.deletion-abandoned', 'package.deleted'))
            order by position limit 1000
            """;

    private final JdbcClient db;
    private final Commands commands;
    private final Duration age;

    /// @param age after which nobody goes on with a deletion any more
    public LeftDeletions(JdbcClient db, Commands commands, Duration age) {
        this.db = db;
        this.commands = commands;
        this.age = age;
    }

    /// Takes them back.
    ///
    /// @return how many
    public int abandon() {
        var left =
                db.sql(LEFT)
                        .param(age.toSeconds())
                        .query((row, _) -> PackageRef.of(row.getString(1)))
                        .list();
        for (var pkg : left) {
            commands.send(
                    new AbandonDeletion(pkg),
                    Caller.registry("deletions", UUID.randomUUID().toString()));
        }
        return left.size();
    }
}
