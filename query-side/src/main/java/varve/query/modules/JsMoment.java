package varve.query.modules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import varve.query.Rows;

/// Moments as JavaScript writes them, always with milliseconds.
final class JsMoment {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private JsMoment() {}

    static String of(ResultSet row, String column) throws SQLException {
        return MILLIS.format(Rows.moment(row, column));
    }
}
