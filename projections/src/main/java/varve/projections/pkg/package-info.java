/// Rows about packages, and the list that Deno reads first.
@NullMarked
package varve.projections.pkg;

import org.jspecify.annotations.NullMarked;
