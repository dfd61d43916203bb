package varve.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;
import varve.testkit.TestPostgres;

/// PostgreSQL as it is deployed.
final class ContainerPostgres {
    private ContainerPostgres() {}

    static PostgreSQLContainer container() {
        return new PostgreSQLContainer("postgres:18");
    }

    static HikariDataSource newDatabase(PostgreSQLContainer postgres) {
        return TestPostgres.databaseOn(
                postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
    }
}
