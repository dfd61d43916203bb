package varve.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import varve.testkit.TestPostgres;

class EmbeddedEventStoreTest extends EventStoreContract {
    @Override
    HikariDataSource newDatabase() {
        return TestPostgres.database();
    }
}
