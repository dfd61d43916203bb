package varve.projections.modules;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.modules.ModuleEvent;
import varve.contract.modules.ModuleEvent.ModuleDescribed;
import varve.contract.modules.ModuleEvent.ModuleImported;
import varve.contract.modules.ModuleEvent.ModuleMoved;
import varve.contract.modules.ModuleEvent.ModuleRegistered;
import varve.contract.modules.ModuleEvent.ModuleRelisted;
import varve.contract.modules.ModuleEvent.ModuleRemoved;
import varve.contract.modules.ModuleEvent.ModuleSecretRemoved;
import varve.contract.modules.ModuleEvent.ModuleSecretSet;
import varve.contract.modules.ModuleEvent.ModuleStarred;
import varve.contract.modules.ModuleEvent.ModuleUnlisted;
import varve.contract.modules.ModuleName;
import varve.eventlog.Fact;

/// `varve_read.module`.
@Component
public class ModuleTable {
    private static final String REGISTER =
            """
            insert into varve_read.module
                (name, forge, repository_id, owner, repository, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient db;

    ModuleTable(JdbcClient db) {
        this.db = db;
    }

    public void on(ModuleEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        switch (event) {
            case ModuleRegistered(var module, var from) ->
                    db.sql(REGISTER)
                            .params(
                                    module.text(),
                                    from.type(),
                                    from.id(),
                                    from.owner(),
                                    from.name(),
                                    at,
                                    at)
                            .update();
            case ModuleMoved(var module, var to) -> {
                set(module, "owner", to.owner(), at);
                set(module, "repository", to.name(), at);
            }
            case ModuleDescribed(var module, var text) -> set(module, "description", text, at);
            case ModuleStarred(var module, var stars) -> set(module, "stars", stars, at);
            case ModuleUnlisted(var module) -> set(module, "unlisted", true, at);
            case ModuleRelisted(var module) -> set(module, "unlisted", false, at);
            case ModuleImported adopted -> adopt(adopted, at);
            case ModuleRemoved(var module) ->
                    db.sql("delete from varve_read.module where name = ?")
                            .param(module.text())
                            .update();
            case ModuleSecretSet _, ModuleSecretRemoved _ -> {}
        }
    }

    private void adopt(ModuleImported adopted, Timestamp at) {
        var from = adopted.repository();
        var since = Timestamp.from(adopted.since());
        db.sql(REGISTER)
                .param(adopted.module().text())
                .param(from.type())
                .param(from.id())
                .param(from.owner())
                .param(from.name())
                .param(since)
                .param(at)
                .update();
        set(adopted.module(), "description", adopted.description(), at);
        set(adopted.module(), "stars", adopted.stars(), at);
        set(adopted.module(), "unlisted", adopted.unlisted(), at);
    }

    /// Whether there is such a module now.
    boolean knows(ModuleName module) {
        return db.sql("select count(*) from varve_read.module where name = ?")
                        .param(module.text())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void set(ModuleName module, String column, Object value, Timestamp at) {
        db.sql(
                        "update varve_read.module set %s = ?, updated_at = ? where name = ?"
                                .formatted(column))
                .params(value, at, module.text())
                .update();
    }
}
