/// Rows about what came in from other registries.
@NullMarked
package varve.projections.uplink;

import org.jspecify.annotations.NullMarked;
