package varve.eventlog;

import java.util.Set;

/// What one batch of one projection knows.
final class Turn {
    private final Set<String> deadStreams;
    private long last;

    Turn(Set<String> deadStreams) {
        this.deadStreams = deadStreams;
    }

    boolean isDead(String stream) {
        return deadStreams.contains(stream);
    }

    void died(String stream) {
        deadStreams.add(stream);
    }

    void reached(long position) {
        last = position;
    }

    long last() {
        return last;
    }
}
