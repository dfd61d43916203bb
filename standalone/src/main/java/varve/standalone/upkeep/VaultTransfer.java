package varve.standalone.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.standalone.settings.BadSetting;

/// Carries the vault, which is in no log: every row of every table of it, a row a line.
record VaultTransfer(JdbcClient db) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLES =
            """
            select quote_ident(table_name) from information_schema.tables
            where table_schema = 'varve_vault' and table_type = 'BASE TABLE' order by table_name
            """;

    private record Line(String table, JsonNode row) {}

    void write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (var table : tables()) {
                var rows =
                        db.sql("select to_jsonb(t)::text from varve_vault.%s t".formatted(table))
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
                if (!known.contains(line.table())) {
                    throw new BadSetting("restore: the vault has no table " + line.table());
                }
                db.sql(
                                """
                                insert into varve_vault.%1$s
                                select * from jsonb_populate_record(null::varve_vault.%1$s, ?::jsonb)
                                on conflict do nothing
                                """
                                        .formatted(line.table()))
                        .param(line.row().toString())
                        .update();
            }
        }
    }

    private List<String> tables() {
        return db.sql(TABLES).query((row, _) -> row.getString(1)).list();
    }
}
