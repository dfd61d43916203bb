/// What people ask of staff.
@NullMarked
package varve.contract.ticket;

import org.jspecify.annotations.NullMarked;
