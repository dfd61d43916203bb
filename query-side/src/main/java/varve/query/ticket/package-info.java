/// Tickets, to those who wrote them and to staff.
@NullMarked
package varve.query.ticket;

import org.jspecify.annotations.NullMarked;
