/// The log: where commands are decided, facts are appended and readers are woken. PostgreSQL keeps
/// it; Axon Framework carries it, and shows nowhere in what this package offers.
@NullMarked
package varve.eventlog;

import org.jspecify.annotations.NullMarked;
