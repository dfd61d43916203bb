package varve.standalone.rooms;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import varve.blobs.Blobs;
import varve.blobs.CachedBlobs;
import varve.blobs.NearBlobs;
import varve.blobs.S3Blobs;
import varve.command.CommandSide;
import varve.command.account.PeoplePolicy;
import varve.command.advisory.AdvisoryFeed;
import varve.command.ci.CiPolicy;
import varve.command.modules.Forge;
import varve.command.signon.SignOnPolicy;
import varve.contract.Arrival;
import varve.contract.LogHead;
import varve.contract.PublicAddresses;
import varve.contract.ReadBack;
import varve.contract.account.SignOnProviders;
import varve.contract.pkg.Readers;
import varve.contract.transparency.LogProgress;
import varve.eventlog.Commands;
import varve.eventlog.EventLog;
import varve.eventlog.Options;
import varve.eventlog.Projection;
import varve.eventlog.States;
import varve.gateway.Listeners;
import varve.gateway.Proxies;
import varve.projections.Projections;
import varve.projections.Tables;
import varve.projections.transparency.TransparencyLog;
import varve.standalone.servers.SearchClient;
import varve.standalone.servers.Servers;
import varve.standalone.settings.Settings;
import varve.standalone.settings.SignOnSettings;

/// What all sides stand on.
@Configuration(proxyBeanMethods = false)
public class House {
    private static final long CONNECTION_WAIT_MILLIS = 3_000;
    private static final int CONNECTIONS = 20;
    private static final int CONNECTIONS_KEPT = 2;
    private static final long KEPT_NEAR_BYTES = 64 << 20;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PublicAddresses addresses(Settings settings) {
        return settings.addresses();
    }

    @Bean
    CiPolicy ciPolicy(Settings settings) {
        return settings.people().ci();
    }

    @Bean
    SignOnPolicy signOnPolicy(Settings settings) {
        return settings.people().signOn();
    }

    @Bean
    SignOnProviders signOnProviders(Settings settings) {
        return SignOnSettings.providers(settings.people().signOn());
    }

    @Bean
    PeoplePolicy peoplePolicy(Settings settings) {
        return settings.people().policy();
    }

    @Bean
    Forge forge(Settings settings) {
        return settings.forge();
    }

    @Bean
    Proxies proxies(Settings settings) {
        return settings.proxies();
    }

    @Bean
    Listeners listeners(Settings settings) {
        return new Listeners(settings.listen(), settings.port(), settings.npmPort());
    }

    @Bean
    HikariDataSource dataSource(Servers servers) {
        var database = servers.database();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl());
        if (!database.user().isEmpty()) {
            pool.setUsername(database.user());
            pool.setPassword(database.password());
        }
        pool.setPoolName("varve");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(CONNECTIONS_KEPT);
        pool.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        pool.setValidationTimeout(1_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("connectTimeout", "3");
        pool.addDataSourceProperty("socketTimeout", "60");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        migrate(pool, "varve_command", CommandSide.MIGRATIONS);
        migrate(pool, "varve_read", Projections.MIGRATIONS);
        return pool;
    }

    @Bean
    PlatformTransactionManager transactions(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    /// Where questions are answered they are counted, too.
    @Bean
    JdbcClient jdbcClient(DataSource dataSource, ObjectProvider<JdbcOperations> counted) {
        return JdbcClient.create(counted.getIfAvailable(() -> new JdbcTemplate(dataSource)));
    }

    @Bean(destroyMethod = "close")
    EventLog eventLog(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            List<Projection> projections) {
        return EventLog.open(
                dataSource, transactions, CommandSide.subjects(), projections, Options.defaults());
    }

    @Bean
    Commands commands(EventLog log) {
        return log.commands();
    }

    @Bean
    AdvisoryFeed advisoryFeed(Settings settings, Commands commands) {
        return new AdvisoryFeed(settings.npm().advisories().orElse(null), commands);
    }

    @Bean
    States states(EventLog log) {
        return log.states();
    }

    @Bean
    LogHead logHead(ObjectProvider<EventLog> log) {
        return () -> log.getObject().head();
    }

    /// Asked for late, because those who wait for the tables are among those who fill them.
    @Bean
    ReadBack readBack(ObjectProvider<EventLog> log) {
        return (position, atMost) -> log.getObject().await(Tables.NAME, position, atMost);
    }

    /// Nodes that answer nobody have no door to wait for.
    @Bean
    Arrival arrival(ReadBack readBack, ObjectProvider<Readers> readers) {
        return new Arrival(
                readBack,
                (position, atMost) -> {
                    var doors = readers.getIfAvailable();
                    return doors == null || doors.await(position, atMost);
                });
    }

    @Bean
    LogProgress logProgress(ObjectProvider<EventLog> log) {
        return (position, atMost) -> log.getObject().await(TransparencyLog.NAME, position, atMost);
    }

    @Bean(destroyMethod = "close")
    @Fallback
    S3Blobs farShelf(Servers servers) {
        return new S3Blobs(servers.s3());
    }

    @Bean
    Blobs shelf(S3Blobs far, Settings settings) {
        var room = (long) settings.nearMegabytes() << 20;
        var near = new NearBlobs(far, settings.home().resolve("near"), room);
        var blobs = new CachedBlobs(near, KEPT_NEAR_BYTES);
        blobs.prepare();
        return blobs;
    }

    @Bean(destroyMethod = "close")
    SearchClient searchClient(Servers servers) {
        return new SearchClient(servers);
    }

    @Bean
    PrometheusMeterRegistry meters() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    private static void migrate(DataSource dataSource, String schema, String location) {
        Flyway.configure()
                .dataSource(dataSource)
                .defaultSchema(schema)
                .schemas(schema)
                .locations(location)
                // each feature numbers its tables in a range of its own, and none builds on
                // another's
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
