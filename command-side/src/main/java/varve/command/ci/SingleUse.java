package varve.command.ci;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.version.VersionRef;

/// Lets an identity token be used once for each version it permits, and pins a repository to the
/// owner it had the first time. `deno publish` sends one token for all packages of a workspace, so
/// "once" is once for each of them.
@Component
public class SingleUse {
    private static final Duration KEPT = Duration.ofHours(2);

    private static final String PIN =
            """
            insert into varve_command.pinned_owner (provider, repository_id, owner_id)
            values (?, ?, ?) on conflict (provider, repository_id) do nothing
            """;

    private final JdbcClient db;
    private final Clock clock;

    SingleUse(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Nothing happens for people.
    ///
    /// @throws Refused when the token was used for this before, or the repository is another's now
    public void take(Caller caller, VersionRef ref) {
        if (!(caller.actor() instanceof Actor.Workload workload)) {
            return;
        }
        once(String.valueOf(caller.credential()), ref);
        pin(workload);
    }

    private void once(String credential, VersionRef ref) {
        var now = clock.instant();
        db.sql("delete from varve_command.used_identity where used_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        try {
            db.sql(
                            "insert into varve_command.used_identity (credential, purpose, used_at)"
                                    + " values (?, ?, ?)")
                    .params(credential, ref.text(), Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException _) {
            throw IdentityRules.refused("it was used before");
        }
    }

    private void pin(Actor.Workload workload) {
        db.sql(PIN)
                .params(workload.provider(), workload.repositoryId(), workload.ownerId())
                .update();
        var owner =
                db.sql(
                                "select owner_id from varve_command.pinned_owner"
                                        + " where provider = ? and repository_id = ?")
                        .params(workload.provider(), workload.repositoryId())
                        .query(String.class)
                        .single();
        if (!owner.equals(workload.ownerId())) {
            throw new Refused(
                    new Refusal.OfPeople.WorkloadNotAllowed(
                            "The repository belongs to another owner than before"));
        }
    }
}
