/// Stars.
@NullMarked
package varve.command.star;

import org.jspecify.annotations.NullMarked;
