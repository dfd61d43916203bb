/// Rows about known flaws.
@NullMarked
package varve.projections.advisory;

import org.jspecify.annotations.NullMarked;
