/// Pages for staff.
@NullMarked
package varve.query.pages.staff;

import org.jspecify.annotations.NullMarked;
