/// Where the four sides get what they need from one another, a room for each role.
@NullMarked
package varve.standalone.rooms;

import org.jspecify.annotations.NullMarked;
