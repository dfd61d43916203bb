package varve.query;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Sends statements to the database, and counts those that answer a request.
@Component
class CountedStatements extends JdbcTemplate {
    CountedStatements(DataSource source) {
        super(source);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        Questions.database();
        super.applyStatementSettings(statement);
    }
}
