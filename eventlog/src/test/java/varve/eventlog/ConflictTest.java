package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.contract.scope.ScopeName;
import varve.eventlog.postgres.LogSchema;
import varve.eventlog.postgres.PostgresEventStore;
import varve.testkit.Eventually;
import varve.testkit.TestPostgres;

class ConflictTest {
    private HikariDataSource database;
    private PostgresEventStore store;

    @BeforeEach
    void open() {
        database = TestPostgres.database();
        LogSchema.migrate(database);
        store =
                Wiring.of(
                                database,
                                new JdbcTransactionManager(database),
                                List.of(new ScopeRules(0)),
                                Options.defaults())
                        .store();
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    private Void append(String scope, long sequence) {
        var fact = new ScopeDescribed(ScopeName.of(scope), "number " + sequence);
        store.publish(
                Facts.message("scope", fact.stream(), sequence, fact, MetaData.emptyInstance()));
        return null;
    }

    private long stored() {
        return JdbcClient.create(database)
                .sql("select count(*) from varve_log.es_event")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Test
    void a_stream_can_begin_only_once() {
        append("acme", 0);

        assertThatThrownBy(() -> append("acme", 0))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void what_was_decided_on_an_old_state_is_not_appended() {
        append("acme", 0);
        append("acme", 1);

        assertThatThrownBy(() -> append("acme", 1)).isInstanceOf(ConcurrencyException.class);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void the_same_beginning_in_a_batch_with_another_is_refused_alone() throws Exception {
        append("acme", 0);

        var outcomes = won(inOneBatch(List.of(() -> append("acme", 0), () -> append("other", 0))));

        assertThat(outcomes).containsExactly(false, true);
    }

    @Test
    void a_lost_race_fails_nobody_else_in_the_same_batch() throws Exception {
        append("acme", 0);
        var acts =
                IntStream.range(0, 20)
                        .<Callable<Void>>mapToObj(i ->
                                i % 2 == 0 ? () -> append("acme", 1) : () -> append("scope" + i, 0))
                        .toList();

        var outcomes = won(inOneBatch(acts));

        assertThat(outcomes.stream().filter(won -> won)).hasSize(11);
        for (int i = 1; i < 20; i += 2) {
            assertThat(outcomes.get(i)).isTrue();
        }
        assertThat(stored()).isEqualTo(13);
        assertThat(store.head()).isEqualTo(13);
    }

    @Test
    void what_comes_after_a_batch_that_cannot_be_stored_is_kept() throws Exception {
        var db = JdbcClient.create(database);
        db.sql(
                        """
                        create function refuse() returns trigger language plpgsql as
                        $$ begin raise 'cannot execute INSERT' using errcode = '25006'; end $$
                        """)
                .update();
        db.sql(
                        """
                        create trigger refused before insert on varve_log.es_event for each row
                        when (new.stream <> 'scope:first') execute function refuse()
                        """)
                .update();

        var refused = inOneBatch(List.of(() -> append("acme", 0), () -> append("other", 0)));
        assertThat(refused).allMatch(append -> append.state() == Future.State.FAILED);
        db.sql("drop trigger refused on varve_log.es_event").update();

        append("acme", 0);
        assertThat(stored()).isEqualTo(2);
    }

    /// While the head is locked, the appender waits with the first and the others gather behind it.
    private List<Future<Void>> inOneBatch(List<Callable<Void>> acts) throws Exception {
        try (var blocker = database.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            lockHead(blocker);
            var first = threads.submit(() -> append("first", 0));
            awaitBlockedAppender();
            var begun = acts.stream().map(threads::submit).toList();
            Eventually.eventually(
                    Duration.ofSeconds(5),
                    () -> assertThat(store.waiting()).isEqualTo(acts.size()));
            blocker.rollback();
            first.get();
            return begun;
        }
    }

    private static void lockHead(Connection blocker) throws SQLException {
        blocker.setAutoCommit(false);
        try (var lock = blocker.createStatement()) {
            lock.execute("select pos from varve_log.es_head for update");
        }
    }

    private void awaitBlockedAppender() {
        Eventually.eventually(
                Duration.ofSeconds(5),
                () ->
                        assertThat(
                                        JdbcClient.create(database)
                                                .sql(
                                                        """
                                                        select count(*) from pg_stat_activity
                                                        where datname = current_database()
                                                          and wait_event_type = 'Lock'
                                                        """)
                                                .query((row, _) -> row.getLong(1))
                                                .single())
                                .isEqualTo(1));
    }

    private static List<Boolean> won(List<Future<Void>> appends) {
        return appends.stream().map(ConflictTest::won).toList();
    }

    private static boolean won(Future<?> append) {
        try {
            append.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfAny(
                            ConcurrencyException.class, AggregateStreamCreationException.class);
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
