/// The event store on PostgreSQL, behind Axon's own ports. Knows bytes and positions, no facts.
@NullMarked
package varve.eventlog.postgres;

import org.jspecify.annotations.NullMarked;
