package varve.standalone.rooms;

import java.time.Duration;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.version.VersionEvent.VersionTombstoned;
import varve.contract.version.VersionRef;
import varve.eventlog.EventLog;
import varve.eventlog.Fact;
import varve.projections.Tables;

/// Lets go of what this node keeps near of versions that are taken away, on whichever node that was
/// decided: at once, and once more when their bytes are gone for certain, since somebody may have
/// asked for them in between.
@Component
public class Forgetting {
    private static final Duration GONE_WITHIN = Duration.ofMinutes(1);

    private final EventLog log;
    private final Blobs shelf;

    Forgetting(EventLog log, Blobs shelf) {
        this.log = log;
        this.shelf = shelf;
    }

    public void begin() {
        log.follow(this::on);
    }

    private void on(Fact fact) {
        if (fact.event() instanceof VersionTombstoned(var ref)) {
            Paths.forget(shelf, ref);
            Thread.ofVirtual().name("forgetting").start(() -> again(fact.position(), ref));
        }
    }

    private void again(long position, VersionRef ref) {
        boolean _ = log.await(Tables.NAME, position, GONE_WITHIN);
        Paths.forget(shelf, ref);
    }
}
