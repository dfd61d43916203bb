/// Rows about tickets.
@NullMarked
package varve.projections.ticket;

import org.jspecify.annotations.NullMarked;
