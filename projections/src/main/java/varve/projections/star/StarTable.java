package varve.projections.star;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.star.StarEvent;
import varve.contract.star.StarEvent.PackageStarred;
import varve.contract.star.StarEvent.PackageUnstarred;

/// `varve_read.star`.
@Component
public class StarTable {
    private final JdbcClient db;

    StarTable(JdbcClient db) {
        this.db = db;
    }

    /// What somebody likes.
    public List<PackageRef> of(UserId user) {
        return db.sql("select name from varve_read.star where user_id = ?")
                .param(user.uuid())
                .query((row, _) -> PackageRef.of(row.getString(1)))
                .list();
    }

    public void on(StarEvent event) {
        var sql =
                switch (event) {
                    case PackageStarred _ ->
                            "insert into varve_read.star (user_id, name) values (?, ?)";
                    case PackageUnstarred _ ->
                            "delete from varve_read.star where (user_id, name) = (?, ?)";
                };
        db.sql(sql).params(event.user().uuid(), event.pkg().text()).update();
    }
}
