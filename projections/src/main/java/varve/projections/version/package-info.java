/// Rows about versions.
@NullMarked
package varve.projections.version;

import org.jspecify.annotations.NullMarked;
