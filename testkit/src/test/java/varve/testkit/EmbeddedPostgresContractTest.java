package varve.testkit;

import com.zaxxer.hikari.HikariDataSource;

class EmbeddedPostgresContractTest extends PostgresContract {

    @Override
    HikariDataSource database() {
        return TestPostgres.database();
    }
}
