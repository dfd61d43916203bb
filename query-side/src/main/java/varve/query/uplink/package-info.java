/// Answers about what came in from other registries.
@NullMarked
package varve.query.uplink;

import org.jspecify.annotations.NullMarked;
