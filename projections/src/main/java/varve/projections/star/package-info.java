/// Rows about stars.
@NullMarked
package varve.projections.star;

import org.jspecify.annotations.NullMarked;
