package varve.query.scope;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.LogHead;
import varve.contract.ReadBack;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.NameFilter;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.Readers;

/// Remembers what is private and who may read it, and follows the tables fact by fact, so that no
/// read of a package asks the database. What is private is known completely; members and teams are
/// remembered for the scopes that were asked for last. Whoever cannot be looked up because the
/// database is away gets in as long as the memory is young, and then nobody does.
@Component
class ReadersInMemory implements Readers, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadersInMemory.class);
    private static final int SCOPES_REMEMBERED = 10_000;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration TRUSTED = Duration.ofMinutes(15);

    private static final String POSITION =
            "select coalesce(max(position), 0) from varve_read.audit";
    private static final String CHANGED =
            """
            select distinct coalesce(scope, payload->>'scope') from varve_read.audit
            where position > ? and position <= ?
                and ((scope is not null and event like any (
                        array['scope.%', 'package.visibility-set', 'package.deleted']))
                    or event like 'team.%')
            """;

    /// The facts of one wish lie close together.
    private static final int ONE_WISH = 16;

    private final JdbcClient db;
    private final ReadBack tables;
    private final LogHead log;
    private final OtherNodes others;
    private final Cache<String, Insiders> insiders =
            Caffeine.newBuilder().maximumSize(SCOPES_REMEMBERED).build();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private volatile @Nullable PrivateThings known;
    private volatile long position = -1;
    private volatile long lastChange = -1;
    private volatile long confirmed = System.nanoTime();
    private volatile boolean following;
    private long told = System.nanoTime();

    ReadersInMemory(JdbcClient db, ReadBack tables, LogHead log, OtherNodes others) {
        this.db = db;
        this.tables = tables;
        this.log = log;
        this.others = others;
    }

    @Override
    public boolean isPrivate(String scope, @Nullable String pkg) {
        var things = known;
        if (things == null) {
            throw new Refused(new Refusal.Unavailable("memory of what is private"));
        }
        return things.covers(scope, pkg);
    }

    @Override
    public boolean mayKnow(String scope, @Nullable String pkg, Caller caller) {
        if (!isPrivate(scope, pkg) || caller.isStaff()) {
            return true;
        }
        return covers(caller, scope, pkg)
                && caller.user()
                        .map(user -> insiders(scope).has(user.uuid(), scope, pkg))
                        .orElse(false);
    }

    @Override
    public NameFilter shownTo(Caller caller) {
        return NameFilter.EVERYTHING;
    }

    @Override
    public NameFilter shownToAll() {
        return NameFilter.EVERYTHING;
    }

    @Override
    public boolean await(long wanted, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            return heardHere(wanted, atMost)
                    && (lastChange < wanted - ONE_WISH
                            || others.await(wanted, Duration.ofNanos(end - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("cannot ask for other nodes");
            return false;
        }
    }

    private boolean heardHere(long wanted, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (position < wanted && left > 0) {
                left = heard.awaitNanos(left);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        following = true;
        Thread.ofVirtual().name("varve-readers").start(this::follow);
    }

    /// The follower ends by itself within a moment. An interrupt would cost its connection.
    @Override
    public void stop() {
        following = false;
    }

    @Override
    public boolean isRunning() {
        return following;
    }

    private static boolean covers(Caller caller, String scope, @Nullable String pkg) {
        return pkg == null || caller.grant().mayRead(PackageRef.of(scope, pkg));
    }

    private Insiders insiders(String scope) {
        if (System.nanoTime() - confirmed > TRUSTED.toNanos()) {
            throw new Refused(new Refusal.Unavailable("database"));
        }
        try {
            return insiders.get(scope, name -> Insiders.read(db, name));
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("cannot look up members");
            throw new Refused(new Refusal.Unavailable("database"));
        }
    }

    private void follow() {
        while (isRunning()) {
            try {
                if (position < 0) {
                    begin();
                } else {
                    tables.await(position + 1, LOOK);
                    hear();
                }
                tellIfDue();
                confirmed = System.nanoTime();
            } catch (RuntimeException e) {
                LOG.atDebug().setCause(e).log("cannot follow the tables");
                pause();
            }
        }
    }

    /// Nothing is believed before the tables are as new as the log was when this node started.
    private void begin() {
        long head = log.position();
        if (!tables.await(head, LOOK)) {
            return;
        }
        long now = db.sql(POSITION).query(Long.class).single();
        known = PrivateThings.read(db);
        heard(now);
        others.forgetTheGone();
        others.tell(now);
    }

    /// While the tables are rebuilt they are behind what is remembered here, which stays true.
    private void hear() {
        long now = db.sql(POSITION).query(Long.class).single();
        if (now <= position) {
            return;
        }
        var changes =
                db.sql(CHANGED).params(position, now).query((row, _) -> row.getString(1)).list();
        if (changes.isEmpty()) {
            heard(now);
            return;
        }
        known = PrivateThings.read(db);
        insiders.invalidateAll(changes);
        lastChange = now;
        heard(now);
        others.tell(now);
        told = System.nanoTime();
    }

    private void tellIfDue() {
        if (position >= 0 && System.nanoTime() - told >= LOOK.toNanos()) {
            others.tell(position);
            told = System.nanoTime();
        }
    }

    private void heard(long now) {
        lock.lock();
        try {
            position = now;
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
