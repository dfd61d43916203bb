/// The whole house in one start: settings, embedded servers, the four sides.
@NullMarked
package varve.standalone;

import org.jspecify.annotations.NullMarked;
