/// Pages for writing to staff.
@NullMarked
package varve.query.pages.ticket;

import org.jspecify.annotations.NullMarked;
