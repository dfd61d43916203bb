package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TablesOf;
import varve.acceptance.kit.TellsLogs;
import varve.command.CommandSide;
import varve.command.pkg.LeftDeletions;
import varve.command.pkg.Pkg;
import varve.contract.Caller;
import varve.contract.pkg.PackageCommand.BeginDeletion;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeCommand.AdmitPackage;
import varve.contract.scope.ScopeName;
import varve.contract.scope.ScopeQuota;
import varve.eventlog.EventLog;
import varve.eventlog.Options;

/// What becomes of what another node has begun that died before it came to the end.
@ExtendWith(TellsLogs.class)
@TestInstance(Lifecycle.PER_CLASS)
class LeftHalfDoneTest {
    private final Api luca = Shared.varve().api();
    private final HikariDataSource database = new HikariDataSource();
    private final EventLog dying;

    LeftHalfDoneTest() {
        database.setJdbcUrl(TablesOf.embeddedIn(Shared.varve().home()).address());
        database.setMaximumPoolSize(4);
        dying =
                EventLog.open(
                        database,
                        new JdbcTransactionManager(database),
                        CommandSide.subjects(),
                        List.of(),
                        Options.defaults());
        dying.start();
    }

    @AfterAll
    void close() {
        dying.close();
        database.close();
    }

    @Test
    void a_scope_with_room_for_a_package_that_never_came_can_be_deleted() {
        var scope = luca.freshScope("roomy");
        var young = admit(scope, Instant.now());

        assertThat(luca.delete("/api/scopes/" + scope).status()).isEqualTo(409);

        var old = admit(luca.freshScope("roomier"), Instant.now().minus(Duration.ofHours(1)));
        luca.delete("/api/scopes/" + old.text()).is(204);
        luca.get("/api/scopes/" + old.text()).is(404);
        luca.get("/api/scopes/" + young.text()).is(200);
    }

    @Test
    void a_deletion_that_was_cut_short_is_taken_back() {
        var pkg = PackageRef.of("@" + luca.freshScope("left") + "/flag");
        luca.createPackage(pkg.text());
        long begun = dying.commands().send(new BeginDeletion(pkg), caller()).position();
        assertThat(state(pkg)).isInstanceOf(Pkg.Leaving.class);
        var db = JdbcClient.create(database);
        eventually(
                Duration.ofSeconds(20),
                () ->
                        assertThat(
                                        db.sql(
                                                        "select count(*) from varve_read.audit where position = ?")
                                                .param(begun)
                                                .query(Long.class)
                                                .single())
                                .isEqualTo(1));

        new LeftDeletions(db, dying.commands(), Duration.ofHours(1)).abandon();
        assertThat(state(pkg)).isInstanceOf(Pkg.Leaving.class);
        new LeftDeletions(db, dying.commands(), Duration.ZERO).abandon();

        assertThat(state(pkg)).isInstanceOf(Pkg.Present.class);
    }

    private ScopeName admit(String name, Instant at) {
        var scope = ScopeName.of(name);
        dying.commands()
                .send(new AdmitPackage(scope, "flag", at, ScopeQuota.STANDARD, false), caller());
        return scope;
    }

    private Pkg state(PackageRef pkg) {
        return dying.states().of(Pkg.SUBJECT, pkg.stream());
    }

    private static Caller caller() {
        return Caller.registry("dying", "test");
    }
}
