/// Rows about credentials.
@NullMarked
package varve.projections.token;

import org.jspecify.annotations.NullMarked;
