package varve.command.uplink;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.work.Rounds;

/// Which of other registries' tarballs lie on the shelf and when somebody last wanted each. The
/// table is written now and then, never while somebody waits; what nobody wants goes first.
@Component
class CachedTarballs implements InitializingBean, DisposableBean {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 100_000;

    private static final String PUT =
            """
            insert into varve_command.upstream_tarball (name, file, size, wanted_at)
            values (?, ?, ?, now())
            on conflict (name, file) do update set size = excluded.size, wanted_at = now()
            """;
    private static final String WANTED =
            "update varve_command.upstream_tarball set wanted_at = now() where (name, file) = (?, ?)";

    /// Those that nobody wanted for too long, and those that are left when the rest fill the room.
    private static final String SUPERFLUOUS =
            """
            select name, file from (
                select name, file, wanted_at,
                    sum(size) over (order by wanted_at desc, name, file) as taken
                from varve_command.upstream_tarball) as tarball
            where taken > ? or wanted_at < now() - make_interval(secs => ?)
            limit 10000
            """;

    private static final String REMOVE =
            "delete from varve_command.upstream_tarball where (name, file) = (?, ?)";

    private final JdbcClient db;
    private final Blobs blobs;
    private final UplinkPolicy policy;
    private final Map<Key, Long> news = new ConcurrentHashMap<>();
    private @Nullable Rounds rounds;

    private record Key(String name, String file) {}

    CachedTarballs(JdbcClient db, Blobs blobs, UplinkPolicy policy) {
        this.db = db;
        this.blobs = blobs;
        this.policy = policy;
    }

    void entered(String name, String file, long size) {
        news.put(new Key(name, file), size);
    }

    void wanted(String name, String file) {
        if (news.size() < MOST_REMEMBERED) {
            news.putIfAbsent(new Key(name, file), -1L);
        }
    }

    @Override
    public void afterPropertiesSet() {
        rounds = Rounds.every(pause(), "uplink-cache", this::keep);
    }

    @Override
    public void destroy() {
        if (rounds != null) {
            rounds.close();
        }
    }

    private void keep() {
        write();
        evict();
    }

    /// A small cache is looked after more often: it fills up faster.
    private Duration pause() {
        return policy.cacheBytes() < (64 << 20) ? Duration.ofSeconds(1) : EVERY;
    }

    private void write() {
        new HashMap<>(news)
                .forEach((key, size) -> {
                    if (size < 0) {
                        db.sql(WANTED).params(key.name(), key.file()).update();
                    } else {
                        db.sql(PUT).params(key.name(), key.file(), size).update();
                    }
                    news.remove(key, size);
                });
    }

    private void evict() {
        var superfluous =
                db.sql(SUPERFLUOUS)
                        .params(policy.cacheBytes(), policy.cacheAge().toSeconds())
                        .query((row, _) -> new Key(row.getString(1), row.getString(2)))
                        .list();
        for (var key : superfluous) {
            blobs.remove(Paths.upstreamTarball(key.name(), key.file()));
            db.sql(REMOVE).params(key.name(), key.file()).update();
        }
    }
}
