package varve.command.pkg;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.LogHead;
import varve.contract.ReadBack;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageCommand.AbandonDeletion;
import varve.contract.pkg.PackageCommand.BeginDeletion;
import varve.contract.pkg.PackageCommand.DeletePackage;
import varve.contract.pkg.PackageRef;
import varve.eventlog.Commands;

/// Takes away a package in which nothing was ever published. Versions have streams of their own, so
/// the wish is announced first: whoever publishes looks at the package again after they have said
/// so, and whoever deletes looks at all that was said before the announcement. One of the two sees
/// the other.
@Component
class Deletion {
    private static final String PUBLISHED =
            """
            select exists (select 1 from varve_read.attempt
                    where (scope, name) = (:scope, :name) and status <> 'failure')
                or exists (select 1 from varve_read.version where (scope, name) = (:scope, :name))
                or exists (select 1 from varve_read.npm_version
                    where (scope, name) = (:scope, :name))
            """;

    private final Commands commands;
    private final Creation creation;
    private final JdbcClient db;
    private final ReadBack readBack;
    private final LogHead head;

    Deletion(Commands commands, Creation creation, JdbcClient db, ReadBack readBack, LogHead head) {
        this.commands = commands;
        this.creation = creation;
        this.db = db;
        this.readBack = readBack;
        this.head = head;
    }

    /// @return position of the last fact
    /// @throws Refused when something was published, or is being
    long delete(PackageRef ref, Caller caller) {
        long begun = commands.send(new BeginDeletion(ref), caller).position();
        // somebody else has begun already: then everything until now counts
        long before = begun == 0 ? head.position() : begun;
        if (!readBack.await(before, ReadBack.PATIENCE)) {
            commands.send(new AbandonDeletion(ref), caller);
            throw new Refused(new Refusal.Unavailable("tables"));
        }
        if (published(ref)) {
            commands.send(new AbandonDeletion(ref), caller);
            throw new Refused(new Refusal.OfScopes.PackageNotEmpty(ref.text()));
        }
        long position = commands.send(new DeletePackage(ref), caller).position();
        creation.dismiss(ref, caller);
        return position;
    }

    private boolean published(PackageRef ref) {
        return db.sql(PUBLISHED)
                .param("scope", ref.scope().text())
                .param("name", ref.name().text())
                .query(Boolean.class)
                .single();
    }
}
