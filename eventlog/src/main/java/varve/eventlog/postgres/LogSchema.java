package varve.eventlog.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Every table of the log, in a schema of its own with a history of its own. Forward only.
public final class LogSchema {
    private LogSchema() {}

    public static void migrate(DataSource dataSource) {
        Flyway.configure(LogSchema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas("varve_log")
                .defaultSchema("varve_log")
                .createSchemas(true)
                .table("migrations")
                .locations("classpath:varve/eventlog/migrations")
                .load()
                .migrate();
    }
}
