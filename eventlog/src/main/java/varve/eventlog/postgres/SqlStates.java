package varve.eventlog.postgres;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What PostgreSQL's error codes mean here ([Appendix
/// A](https://www.postgresql.org/docs/18/errcodes-appendix.html)).
public final class SqlStates {
    /// 08 connection, 53 resources, 57 operator intervention, 58 system error, 40 rollback.
    private static final Set<String> TRANSIENT = Set.of("08", "53", "57", "58", "40");

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String IDLE_TRANSACTION_ENDED = "25P03";
    private static final String UNIQUE_VIOLATION = "23505";

    private SqlStates() {}

    /// Whether the same statement may succeed later, unchanged.
    public static boolean isTransient(SQLException e) {
        var state = state(e);
        return TRANSIENT.contains(state.substring(0, 2))
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.equals(IDLE_TRANSACTION_ENDED);
    }

    static boolean isDuplicate(SQLException e) {
        return state(e).equals(UNIQUE_VIOLATION);
    }

    /// Whether the connection is gone, and with it the knowledge of what became of a commit.
    static boolean isConnectionLoss(SQLException e) {
        var state = state(e);
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.equals(IDLE_TRANSACTION_ENDED);
    }

    private static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null || state.length() < 2 ? "08000" : state;
    }
}
