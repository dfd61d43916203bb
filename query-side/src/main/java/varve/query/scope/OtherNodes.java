package varve.query.scope;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far the other nodes have heard of what is private. A node that has said nothing for a while
/// is taken for gone.
@Component
class OtherNodes {
    private static final long PAUSE_MILLIS = 10;

    private static final String SAY =
            """
            insert into varve_node.reader (node, position, seen) values (?, ?, now())
            on conflict (node) do update set position = excluded.position, seen = excluded.seen
            """;
    private static final String ALL_HAVE_HEARD =
            """
            select not exists (select from varve_node.reader
                where node <> ? and position < ? and seen > now() - interval '4 seconds')
            """;
    private static final String FORGET =
            "delete from varve_node.reader where seen < now() - interval '1 hour'";

    private final JdbcClient db;
    private final UUID self = UUID.randomUUID();

    OtherNodes(JdbcClient db) {
        this.db = db;
    }

    /// Says how far this node has heard; said once a second at least.
    void tell(long position) {
        db.sql(SAY).params(self, position).update();
    }

    void forgetTheGone() {
        db.sql(FORGET).update();
    }

    /// @return false when the time was up before all had heard
    boolean await(long position, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!db.sql(ALL_HAVE_HEARD).params(self, position).query(Boolean.class).single()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }
}
