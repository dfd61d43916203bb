package varve.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A registry's database, looked into from outside.
///
/// @param address with the user and the password
public record TablesOf(String address) {
    private static final String TABLES =
            "select table_name from information_schema.tables"
                    + " where table_schema = 'varve_read' and table_name <> 'flyway_schema_history'";
    private static final String UNDER_INSPECTION =
            "select tries > 0 and leased_until > now() from varve_command.inspection"
                    + " where attempt = ?::uuid";

    /// The embedded database of a home.
    public static TablesOf embeddedIn(Path home) {
        try {
            var postgres = home.resolve("postgres");
            return new TablesOf(
                    "jdbc:postgresql://127.0.0.1:%s/postgres?user=varve&password=%s"
                            .formatted(
                                    Files.readString(postgres.resolve("port")).strip(),
                                    Files.readString(postgres.resolve("password")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every row of every table that answers come from, whole and in order.
    public Map<String, List<String>> dump() {
        var dump = new TreeMap<String, List<String>>();
        for (var table : texts(TABLES)) {
            dump.put(
                    table,
                    texts("select to_jsonb(t)::text from varve_read." + table + " t order by 1"));
        }
        return dump;
    }

    /// Whether an inspector holds this attempt right now.
    public boolean underInspection(String attempt) {
        var held = texts(UNDER_INSPECTION, attempt);
        return held.equals(List.of("t"));
    }

    public List<String> texts(String sql, String... parameters) {
        try (var connection = DriverManager.getConnection(address);
                var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            var rows = select.executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
