package varve.command.work;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A table of jobs that nodes take on a lease. When a node dies its leases run out, and others take
/// the jobs up. The table has its key, `due`, `leased_until` and `tries` beside what the job is.
public final class Leases {
    /// How long a job is held without a sign of life.
    static final Duration LENGTH = Duration.ofSeconds(15);

    private final JdbcClient db;
    private final String table;
    private final String key;
    private final Semaphore work = new Semaphore(0);

    /// @param table with its schema
    /// @param key name of its primary key
    public Leases(JdbcClient db, String table, String key) {
        this.db = db;
        this.table = table;
        this.key = key;
    }

    /// Takes the job that is due longest. It is chosen before and apart from the update, because a
    /// subquery that skips locked rows may be run more than once and then chooses another each
    /// time.
    ///
    /// @param job reads its row, in which `tries` counts this one too
    public <J> Optional<J> take(RowMapper<J> job) {
        return db.sql(
                        """
                        with chosen as materialized (
                            select %2$s as one from %1$s where due <= now() and leased_until <= now()
                            order by due, %2$s limit 1 for update skip locked)
                        update %1$s
                        set leased_until = now() + make_interval(secs => ?), tries = tries + 1
                        from chosen where %2$s = chosen.one
                        returning %1$s.*
                        """
                                .formatted(table, key))
                .param(LENGTH.toSeconds())
                .query(job)
                .optional();
    }

    /// How many jobs there are, those being worked on included.
    public long waiting() {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }

    /// The job is over.
    public void done(Object one) {
        db.sql("delete from %s where %s = ?".formatted(table, key)).param(one).update();
    }

    /// Forgets all jobs, before they are read from the log again.
    public void clear() {
        db.sql("truncate " + table).update();
    }

    /// There may be work now.
    public void wake() {
        work.release();
    }

    /// Waits until there may be work: when this node read some from the log, or time went by in
    /// which another node or a lease may have left some.
    void awaitWork(Duration atMost) throws InterruptedException {
        if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    /// Holds on to jobs that are still being worked on.
    void extend(Collection<?> keys) {
        for (var one : keys) {
            db.sql(
                            "update %s set leased_until = now() + make_interval(secs => ?) where %s = ?"
                                    .formatted(table, key))
                    .params(LENGTH.toSeconds(), one)
                    .update();
        }
    }

    /// Gives a job back, to be taken up again after a while.
    public void postpone(Object one, Duration pause) {
        db.sql(
                        """
                        update %s set leased_until = now(), due = now() + make_interval(secs => ?)
                        where %s = ?
                        """
                                .formatted(table, key))
                .params(pause.toSeconds(), one)
                .update();
    }
}
