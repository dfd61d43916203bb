package varve.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.eventlog.postgres.LogUnavailable;
import varve.eventlog.postgres.SqlStates;

/// Tells the outside's fault from the fact's.
final class Trouble {
    private Trouble() {}

    /// Whether this, or anything that caused it, says that something outside is away.
    static boolean isTransient(Throwable trouble) {
        return anyCause(trouble, Trouble::isOutside);
    }

    /// Whether the reader itself is in trouble, which no fact can be blamed for.
    static boolean isReaders(Throwable trouble) {
        return anyCause(
                trouble,
                cause ->
                        cause instanceof UnableToClaimTokenException
                                || cause instanceof CannotCreateTransactionException
                                || cause instanceof LogUnavailable
                                || cause instanceof VirtualMachineError);
    }

    private static boolean isOutside(Throwable cause) {
        return switch (cause) {
            case IOException _, UncheckedIOException _ -> true;
            case TimeoutException _, InterruptedException _ -> true;
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLException e -> SqlStates.isTransient(e);
            case TransientDataAccessException _, RecoverableDataAccessException _ -> true;
            case DataAccessResourceFailureException _ -> true;
            case Refused e ->
                    e.refusal() instanceof Refusal.Unavailable
                            || e.refusal() instanceof Refusal.Contended;
            default -> isReaders(cause);
        };
    }

    private interface Test {
        boolean holds(Throwable cause);
    }

    private static boolean anyCause(Throwable trouble, Test test) {
        Set<Throwable> seen = new HashSet<>();
        for (@Nullable Throwable cause = trouble;
                cause != null && seen.add(cause);
                cause = cause.getCause()) {
            if (test.holds(cause)) {
                return true;
            }
        }
        return false;
    }
}
