package varve.command.pkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import varve.command.Story;
import varve.command.scope.NamePolicy;
import varve.command.scope.ScopeTerms;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageCommand.BeginDeletion;
import varve.contract.pkg.PackageCommand.CreatePackage;
import varve.contract.pkg.PackageCommand.DeletePackage;
import varve.contract.pkg.PackageEvent.DeletionAbandoned;
import varve.contract.pkg.PackageEvent.DeletionBegun;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageEvent.PackageDeleted;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeQuota;
import varve.eventlog.EventLog;
import varve.eventlog.Options;
import varve.testkit.TestPostgres;

class DeletionTest {
    private static final PackageRef FLAG = PackageRef.of("@luca/flag");
    private static final Caller LUCA = Caller.registry("luca", "test");

    @Test
    void who_deletes_what_somebody_else_deletes_waits_for_the_tables_as_well() {
        try (var database = TestPostgres.database();
                var log =
                        EventLog.open(
                                database,
                                new JdbcTransactionManager(database),
                                List.of(Pkg.SUBJECT),
                                List.of(),
                                Options.defaults())) {
            log.start();
            log.commands().send(new CreatePackage(FLAG), LUCA);
            log.commands().send(new BeginDeletion(FLAG), LUCA);
            long head = log.head();
            var awaited = new ArrayList<Long>();
            var deletion = deletion(log, JdbcClient.create(database), awaited);

            assertThatThrownBy(() -> deletion.delete(FLAG, LUCA)).isInstanceOf(Refused.class);

            assertThat(awaited).containsExactly(head);
        }
    }

    @Test
    void a_package_that_came_back_meanwhile_is_not_deleted() {
        var story = Story.of(Pkg.SUBJECT);
        story.given(List.of(new PackageCreated(FLAG), new DeletionBegun(FLAG)));
        story.given(List.of(new DeletionAbandoned(FLAG)));
        story.when(new DeletePackage(FLAG)).refused(new Refusal.Contended(FLAG.stream()));
        story.given(List.of(new DeletionBegun(FLAG)));
        story.when(new DeletePackage(FLAG)).then(new PackageDeleted(FLAG));
        story.when(new DeletePackage(FLAG)).then();
    }

    /// With tables that are away.
    private static Deletion deletion(EventLog log, JdbcClient db, List<Long> awaited) {
        var terms = new ScopeTerms(3, ScopeQuota.STANDARD, NamePolicy.standard());
        var creation =
                new Creation(
                        terms, log.commands(), log.states(), (_, _) -> false, Clock.systemUTC());
        return new Deletion(
                log.commands(),
                creation,
                db,
                (position, _) -> {
                    awaited.add(position);
                    return false;
                },
                log::head);
    }
}
