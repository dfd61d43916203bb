package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.contract.scope.ScopeName;
import varve.eventlog.postgres.LogSchema;
import varve.eventlog.postgres.PostgresEventStore;
import varve.testkit.TestPostgres;

/// The connection breaks while a commit is on its way, and nobody knows whether it arrived.
class UnknownOutcomeTest {
    private HikariDataSource database;
    private HikariDataSource overTheWire;
    private CuttableWire wire;
    private PostgresEventStore store;

    @BeforeEach
    void open() throws IOException {
        database = TestPostgres.database();
        LogSchema.migrate(database);
        int port = URI.create(database.getJdbcUrl().substring("jdbc:".length())).getPort();
        wire = new CuttableWire(port);
        overTheWire = new HikariDataSource();
        overTheWire.setJdbcUrl(
                database.getJdbcUrl().replace(":" + port + "/", ":" + wire.port() + "/"));
        overTheWire.setUsername(database.getUsername());
        overTheWire.setPassword(database.getPassword());
        overTheWire.setMaximumPoolSize(2);
        store =
                Wiring.of(
                                overTheWire,
                                new JdbcTransactionManager(overTheWire),
                                List.of(),
                                Options.defaults())
                        .store();
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        overTheWire.close();
        wire.close();
        database.close();
    }

    private void append(long sequence) {
        var fact = new ScopeDescribed(ScopeName.of("acme"), "number " + sequence);
        store.publish(
                Facts.message("scope", fact.stream(), sequence, fact, MetaData.emptyInstance()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void it_is_found_out_before_the_answer_is_given(CuttableWire.Cut cut) {
        append(0);
        wire.cut(cut);

        append(1);

        assertThat(wire.isCut()).isTrue();
        append(2);
        assertThat(
                        JdbcClient.create(database)
                                .sql("select pos from varve_log.es_event order by seq")
                                .query((row, _) -> row.getLong(1))
                                .list())
                .containsExactly(1L, 2L, 3L);
        assertThat(store.head()).isEqualTo(3);
    }
}
