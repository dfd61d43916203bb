/// Rows about attempts to publish.
@NullMarked
package varve.projections.publishing;

import org.jspecify.annotations.NullMarked;
