package varve.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import varve.testkit.TestPostgres;

class EmbeddedProjectionTest extends ProjectionContract {
    @Override
    HikariDataSource newDatabase() {
        return TestPostgres.database();
    }
}
