package varve.projections.scope;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.ScopeCreated;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.eventlog.Fact;

/// `varve_read.scope` and `varve_read.member`.
@Component
public class ScopeTables {
    private static final String CREATE =
            """
            insert into varve_read.scope (name, description, creator, created_at, updated_at)
            values (?, '', ?, ?, ?)
            """;
    private static final String DESCRIBE =
            "update varve_read.scope set description = ?, updated_at = ? where name = ?";
    private static final String JOIN =
            """
            insert into varve_read.member (scope, user_id, is_admin, created_at, updated_at)
            values (?, ?, ?, ?, ?)
            on conflict (scope, user_id) do update
            set is_admin = excluded.is_admin, updated_at = excluded.updated_at
            """;

    private final JdbcClient db;

    ScopeTables(JdbcClient db) {
        this.db = db;
    }

    public void on(ScopeEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        switch (event) {
            case ScopeCreated(var scope, var creator) ->
                    db.sql(CREATE).params(scope.text(), creator.uuid(), at, at).update();
            case ScopeDescribed(var scope, var text) ->
                    db.sql(DESCRIBE).params(text, at, scope.text()).update();
            case MemberJoined(var scope, var user, var role) ->
                    db.sql(JOIN)
                            .params(scope.text(), user.uuid(), role == Role.ADMIN, at, at)
                            .update();
        }
    }
}
