package varve.eventlog;

import java.time.Duration;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/// Spring's transactions for Axon's processors. While the database is away it waits for it, where
/// Axon would give up, back off and sleep up to a minute after the database has come back.
final class PatientTransactions implements TransactionManager, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PatientTransactions.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final PlatformTransactionManager transactions;
    private volatile boolean closed;

    PatientTransactions(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public Transaction startTransaction() {
        boolean told = false;
        while (true) {
            try {
                return new Begun(
                        transactions,
                        transactions.getTransaction(new DefaultTransactionDefinition()));
            } catch (CannotCreateTransactionException e) {
                if (closed || !pause()) {
                    throw e;
                }
                if (!told) {
                    LOG.warn("waiting for the database: {}", e.getMessage());
                    told = true;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Begun(PlatformTransactionManager transactions, TransactionStatus status)
            implements Transaction {
        @Override
        public void commit() {
            transactions.commit(status);
        }

        @Override
        public void rollback() {
            if (!status.isCompleted()) {
                transactions.rollback(status);
            }
        }
    }

    /// From now on nobody waits.
    @Override
    public void close() {
        closed = true;
    }
}
