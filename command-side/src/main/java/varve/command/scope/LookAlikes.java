package varve.command.scope;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.scope.ScopeName;

/// Scopes whose names are easily taken for one another. Asked of the tables, so two look-alikes
/// that come in the same moment may both pass; hyphens alone are the store's business.
@Component
class LookAlikes {
    private static final int MOST_COMPARED = 5_000;

    private static final String SAME_TO_THE_EYE =
            "select name from varve_read.scope where skeleton = ? and name <> ? limit 1";
    private static final String NEAR =
            """
            select name from varve_read.scope
            where length(name) between ? and ? and (left(name, 1) = ? or right(name, 1) = ?)
                and name <> ?
            limit ?
            """;

    private final JdbcClient db;

    LookAlikes(JdbcClient db) {
        this.db = db;
    }

    /// A scope that nobody can tell from this one at a glance, such as `g00gle` from `google`.
    Optional<ScopeName> sameToTheEye(ScopeName name) {
        return db.sql(SAME_TO_THE_EYE)
                .params(name.skeleton(), name.text())
                .query((row, _) -> ScopeName.of(row.getString(1)))
                .optional();
    }

    /// A scope whose name differs by one slip of the hand.
    Optional<ScopeName> oneSlipAway(ScopeName name) {
        var text = name.text();
        return db
                .sql(NEAR)
                .params(
                        text.length() - 1,
                        text.length() + 1,
                        text.substring(0, 1),
                        text.substring(text.length() - 1),
                        text,
                        MOST_COMPARED)
                .query((row, _) -> ScopeName.of(row.getString(1)))
                .list()
                .stream()
                .filter(other -> Slip.between(text, other.text()))
                .findFirst();
    }
}
