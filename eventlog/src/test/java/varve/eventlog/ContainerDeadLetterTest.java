package varve.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.postgresql.PostgreSQLContainer;

@Testcontainers(disabledWithoutDocker = true)
class ContainerDeadLetterTest extends DeadLetterContract {
    @Container private static final PostgreSQLContainer POSTGRES = ContainerPostgres.container();

    @Override
    HikariDataSource newDatabase() {
        return ContainerPostgres.newDatabase(POSTGRES);
    }
}
