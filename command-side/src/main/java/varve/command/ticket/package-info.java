/// What people ask of staff, decided.
@NullMarked
package varve.command.ticket;

import org.jspecify.annotations.NullMarked;
