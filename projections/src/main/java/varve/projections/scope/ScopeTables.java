package varve.projections.scope;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.scope.HoldingsEvent;
import varve.contract.scope.HoldingsEvent.ScopesLimited;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.CiActorVerified;
import varve.contract.scope.ScopeEvent.CiRequired;
import varve.contract.scope.ScopeEvent.InviteDeclined;
import varve.contract.scope.ScopeEvent.InviteWithdrawn;
import varve.contract.scope.ScopeEvent.MemberInvited;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.MemberLeft;
import varve.contract.scope.ScopeEvent.OwnershipPassed;
import varve.contract.scope.ScopeEvent.PackageAdmitted;
import varve.contract.scope.ScopeEvent.PackageDismissed;
import varve.contract.scope.ScopeEvent.RoleChanged;
import varve.contract.scope.ScopeEvent.ScopeCreated;
import varve.contract.scope.ScopeEvent.ScopeDeleted;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.contract.scope.ScopeEvent.ScopeFlagged;
import varve.contract.scope.ScopeEvent.ScopeQuotaSet;
import varve.contract.scope.ScopeEvent.ScopeVisibilitySet;
import varve.contract.scope.ScopeName;
import varve.contract.scope.Visibility;
import varve.eventlog.Fact;
import varve.projections.team.TeamTables;

/// `varve_read.scope` and what scopes may hold.
@Component
public class ScopeTables {
    private static final String CREATE =
            """
            insert into varve_read.scope
                (name, description, creator, owner, skeleton, created_at, updated_at)
            values (?, '', ?, ?, ?, ?, ?)
            """;
    private static final String LIMIT =
            """
            update varve_read.scope set package_limit = ?, weekly_package_limit = ?,
                weekly_attempt_limit = ?, updated_at = ?
            where name = ?
            """;
    private static final String LIMIT_PERSON =
            """
            insert into varve_read.scope_limit (user_id, scopes) values (?, ?)
            on conflict (user_id) do update set scopes = excluded.scopes
            """;

    private final JdbcClient db;
    private final MemberTables members;
    private final TeamTables teams;

    ScopeTables(JdbcClient db, MemberTables members, TeamTables teams) {
        this.teams = teams;
        this.db = db;
        this.members = members;
    }

    public void on(HoldingsEvent event) {
        if (event instanceof ScopesLimited(var owner, var limit)) {
            db.sql(LIMIT_PERSON).params(owner.uuid(), limit).update();
        }
    }

    public void on(ScopeEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        switch (event) {
            case ScopeCreated(var scope, var creator) -> create(scope, creator, at);
            case ScopeDescribed(var scope, var text) -> set("description", text, scope, at);
            case CiRequired(var scope, var required) -> set("ci_required", required, scope, at);
            case CiActorVerified(var scope, var verified) ->
                    set("ci_actor_verified", verified, scope, at);
            case ScopeVisibilitySet(var scope, var visibility) ->
                    set("private", visibility == Visibility.PRIVATE, scope, at);
            case OwnershipPassed(var scope, var owner) -> set("owner", owner.uuid(), scope, at);
            case ScopeFlagged(var scope, var other) -> set("looks_like", other.text(), scope, at);
            case ScopeQuotaSet(var scope, var quota) ->
                    db.sql(LIMIT)
                            .params(
                                    quota.packages(),
                                    quota.newPackages(),
                                    quota.attempts(),
                                    at,
                                    scope.text())
                            .update();
            case ScopeDeleted(var scope) -> {
                members.clear(scope);
                teams.clear(scope);
                db.sql("delete from varve_read.scope where name = ?").param(scope.text()).update();
            }
            case MemberJoined _,
                    MemberInvited _,
                    InviteDeclined _,
                    InviteWithdrawn _,
                    RoleChanged _,
                    MemberLeft _ ->
                    members.on(event, at);
            case PackageAdmitted _, PackageDismissed _ -> {}
        }
    }

    private void create(ScopeName scope, UserId creator, Timestamp at) {
        db.sql(CREATE)
                .params(scope.text(), creator.uuid(), creator.uuid(), scope.skeleton(), at, at)
                .update();
    }

    /// @param column named here, never by a client
    private void set(String column, Object value, ScopeName scope, Timestamp at) {
        db.sql(
                        "update varve_read.scope set %s = ?, updated_at = ? where name = ?"
                                .formatted(column))
                .params(value, at, scope.text())
                .update();
    }
}
