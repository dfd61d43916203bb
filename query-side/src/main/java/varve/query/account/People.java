package varve.query.account;

import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.query.Page;
import varve.query.Round;

/// People as others see them, and as they see themselves.
@Component
public class People {
    private static final String FROM =
            " from varve_read.account left join varve_vault.person using (id)";

    private static final String FULL =
            UserView.COLUMNS
                    + ", person.mail, person.login, account.staff, account.blocked, exists (select"
                    + " from varve_vault.authenticator where owner = account.id"
                    + " and confirmed_at is not null) as second_factor";

    /// A search for nothing finds everybody. The names are those of columns.
    private static final String SOUGHT =
            " where (:query = '' or person.name ilike '%' || :query || '%'"
                    + " or person.login ilike '%' || :query || '%'"
                    + " or account.id::text = :query)";

    private static final Map<String, String> ORDERS =
            Map.of(
                    "", "account.created_at desc, account.id",
                    "name", "person.name, account.id",
                    "!name", "person.name desc, account.id",
                    "createdAt", "account.created_at, account.id",
                    "!createdAt", "account.created_at desc, account.id");

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
    }

    /// @throws Refused when there is nobody with this id
    public UserView one(UserId id) {
        return db.sql("select " + UserView.COLUMNS + FROM + " where account.id = ?")
                .param(id.uuid())
                .query((row, _) -> UserView.of(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.UserNotFound(id.text())));
    }

    /// What only the person may see.
    ///
    /// @throws Refused when there is nobody with this id
    public FullUserView self(UserId id) {
        return db.sql("select " + FULL + FROM + " where account.id = ?")
                .param(id.uuid())
                .query((row, _) -> FullUserView.of(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.UserNotFound(id.text())));
    }

    /// Names of the providers with whose accounts somebody signs in too.
    public Set<String> linked(UserId id) {
        return Set.copyOf(
                db.sql("select provider from varve_vault.identity where owner = ?")
                        .param(id.uuid())
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /// Whether somebody can sign in with a password.
    public boolean hasPassword(UserId id) {
        return db.sql("select count(*) from varve_vault.password where owner = ?")
                        .param(id.uuid())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Everybody, or those whose name, login or id is sought.
    ///
    /// @param query parts of names
    /// @param order name of a field, with `!` before it for the other way round
    /// @throws Refused when the list cannot be ordered so
    public Page.Items<FullUserView> all(String query, String order, Page page) {
        var by = ORDERS.get(order);
        if (by == null) {
            throw new Refused(new Refusal.Malformed("'sortBy' is name or createdAt"));
        }
        var sought = query.strip().replaceAll("([\\\\%_])", "\\\\$1");
        return Round.of(
                () ->
                        db.sql(
                                        "select "
                                                + FULL
                                                + FROM
                                                + SOUGHT
                                                + " order by "
                                                + by
                                                + " limit :n offset :o")
                                .param("query", sought)
                                .param("n", page.size())
                                .param("o", page.offset())
                                .query((row, _) -> FullUserView.of(row))
                                .list(),
                () ->
                        db.sql("select count(*)" + FROM + SOUGHT)
                                .param("query", sought)
                                .query(Long.class)
                                .single(),
                Page.Items::new);
    }
}
