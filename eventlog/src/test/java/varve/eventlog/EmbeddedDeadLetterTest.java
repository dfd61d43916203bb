package varve.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import varve.testkit.TestPostgres;

class EmbeddedDeadLetterTest extends DeadLetterContract {
    @Override
    HikariDataSource newDatabase() {
        return TestPostgres.database();
    }
}
