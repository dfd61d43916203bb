/// Who is at the door.
@NullMarked
package varve.gateway.access;

import org.jspecify.annotations.NullMarked;
