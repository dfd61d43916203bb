package varve.projections.npm;

import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;

/// Who likes a package, as packuments name them.
@Component
class Likers {
    private static final int MOST = 1_000;

    private static final String READ =
            """
            select coalesce(person.login, person.name)
            from varve_read.star join varve_vault.person on person.id = star.user_id
            where star.name = ? order by star.user_id limit %d
            """
                    .formatted(MOST);

    private final JdbcClient db;

    Likers(JdbcClient db) {
        this.db = db;
    }

    /// @return at most a thousand; whoever is forgotten is not among them
    SortedSet<String> of(PackageRef pkg) {
        return new TreeSet<>(db.sql(READ).param(pkg.text()).query(String.class).list());
    }
}
