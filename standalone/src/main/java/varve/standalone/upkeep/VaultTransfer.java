package varve.standalone.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.standalone.settings.BadSetting;

/// Carries what is in no log and must not be lost, a row a line: the vault, every table of it, to
/// whom repositories belonged when a job of theirs published first, and which tarballs of other
/// registries lie on the shelf, since only those that are known can be evicted.
record VaultTransfer(JdbcClient db) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLES =
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE' and (table_schema = 'varve_vault'
                or table_schema = 'varve_command'
                    and table_name in ('pinned_owner', 'upstream_tarball'))
            order by table_schema, table_name
            """;

    /// @param table with its schema; where a backup of an earlier state names none, it is the
    ///   vault's
    private record Line(String table, JsonNode row) {
        String whole() {
            return table.contains(".") ? table : "varve_vault." + table;
        }
    }

    void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (var table : tables()) {
                var rows =
                        db.sql("select to_jsonb(t)::text from %s t".formatted(table))
                                .query(String.class)
                                .list();
                for (var row : rows) {
                    out.write(JSON.writeValueAsString(new Line(table, JSON.readTree(row))));
                    out.newLine();
                }
            }
        }
    }

    /// What is there already stays as it is.
    void read(Path file) throws IOException {
        var known = tables();
        try (var lines = Files.lines(file)) {
            for (var text : (Iterable<String>) lines::iterator) {
                var line = JSON.readValue(text, Line.class);
                if (!known.contains(line.whole())) {
                    throw new BadSetting("restore: there is no table " + line.whole());
                }
                db.sql(
                                """
                                insert into %1$s
                                select * from jsonb_populate_record(null::%1$s, ?::jsonb)
                                on conflict do nothing
                                """
                                        .formatted(line.whole()))
                        .param(line.row().toString())
                        .update();
            }
        }
    }

    private List<String> tables() {
        return db.sql(TABLES).query((row, _) -> row.getString(1)).list();
    }
}
