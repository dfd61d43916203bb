package varve.eventlog;

import java.time.Instant;
import varve.contract.Event;

/// One fact as a projection sees it.
///
/// @param position in the log, from 1, without gaps, in the order of commits
/// @param at when it was decided, to the microsecond
/// @param sequence in its stream, from 0, without gaps
public record Fact(
        long position,
        Event event,
        Instant at,
        Origin origin,
        String eventId,
        String stream,
        long sequence) {}
