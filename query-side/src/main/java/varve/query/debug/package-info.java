/// What staff ask about the process itself.
@NullMarked
package varve.query.debug;

import org.jspecify.annotations.NullMarked;
