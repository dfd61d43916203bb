package varve.projections.transparency;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.eventlog.EventJson;
import varve.eventlog.StoredFact;

/// `varve_tlog.hidden`: scopes and packages that are private up to where the log is built. A thing
/// becomes private with the fact that says so, and that fact is sealed itself.
@Component
class HiddenTable {
    private static final String SCOPE = "scope.visibility-set";
    private static final String PACKAGE = "package.visibility-set";
    private static final String EVERYBODY = "PUBLIC";

    private final JdbcClient db;

    HiddenTable(JdbcClient db) {
        this.db = db;
    }

    Set<String> read() {
        return new HashSet<>(
                db.sql("select name from varve_tlog.hidden").query(String.class).list());
    }

    /// @param hidden what this table says, changed with it
    void on(StoredFact fact, Set<String> hidden) {
        if (!fact.type().equals(SCOPE) && !fact.type().equals(PACKAGE)) {
            return;
        }
        var said = EventJson.mapper().readTree(fact.payload());
        var name =
                fact.type().equals(SCOPE)
                        ? "@" + said.path("scope").asString()
                        : said.path("pkg").asString();
        if (said.path("visibility").asString().equals(EVERYBODY)) {
            hidden.remove(name);
            db.sql("delete from varve_tlog.hidden where name = ?").param(name).update();
        } else if (hidden.add(name)) {
            db.sql("insert into varve_tlog.hidden (name) values (?) on conflict do nothing")
                    .param(name)
                    .update();
        }
    }

    void clear() {
        db.sql("truncate varve_tlog.hidden").update();
    }
}
