package varve.eventlog;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import varve.contract.Command;
import varve.contract.Event;
import varve.eventlog.postgres.PostgresEventStore;
import varve.eventlog.postgres.PostgresEventStore.Limits;

/// Axon's parts and ours, put together by hand.
record Wiring(
        PostgresEventStore store,
        Configuration axon,
        PatientTransactions transactions,
        Checkpoints checkpoints,
        Streams streams,
        JdbcClient jdbc,
        LockFactory locks,
        Shared shared,
        int batch) {

    static Wiring of(
            DataSource dataSource,
            PlatformTransactionManager platform,
            List<Subject<?, ?, ?>> subjects,
            Options options) {
        var serializer = new EventSerializer(subjects, new Upcasters(options.upcasters()));
        var store =
                PostgresEventStore.open(
                        dataSource,
                        serializer,
                        snapshot -> serializer.readsState(snapshot.getPayload().getType()),
                        new Limits(options.queue(), options.patience(), options.ring()));
        var node = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
        var joining = new TransactionAwareDataSourceProxy(dataSource);
        var tokens = new OwnedTokens(joining::getConnection, serializer, node);
        var jdbc = JdbcClient.create(dataSource);
        var transactions = new PatientTransactions(platform);
        var checkpoints = new Checkpoints(jdbc, node);
        return new Wiring(
                store,
                axon(store, serializer, tokens, transactions),
                transactions,
                checkpoints,
                new Streams(store, options.cachedStates()),
                jdbc,
                oneAtATime(),
                new Shared(
                        store,
                        serializer,
                        tokens,
                        joining::getConnection,
                        platform,
                        transactions,
                        checkpoints),
                options.batch());
    }

    /// No modules are looked for on the class path: one of them would call home for updates.
    /// Commands run in no transaction, because the append is the atomic act.
    private static Configuration axon(
            PostgresEventStore store,
            EventSerializer serializer,
            TokenStore tokens,
            PatientTransactions transactions) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> serializer)
                .configureEventSerializer(_ -> serializer)
                .configureMessageSerializer(_ -> serializer)
                .configureEventStore(_ -> store)
                .configureTransactionManager(_ -> transactions)
                .registerComponent(TokenStore.class, _ -> tokens)
                .configureCommandBus(_ ->
                        SimpleCommandBus.builder()
                                .transactionManager(NoTransactionManager.INSTANCE)
                                .build())
                .buildConfiguration();
    }

    private static LockFactory oneAtATime() {
        return PessimisticLockFactory.builder()
                .acquireAttempts(10)
                .lockAttemptTimeout((int) TimeUnit.SECONDS.toMillis(1))
                .build();
    }

    <S, C extends Command, E extends Event> void handle(
            Subject<S, C, E> subject, Executor snapshots) {
        var handler = new SubjectHandler<>(subject, streams, store, locks, snapshots);
        var _ = axon.commandBus().subscribe(subject.name(), handler);
    }

    Reader reader(Projection projection) {
        return new Reader(projection, shared, batch);
    }
}
