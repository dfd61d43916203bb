/// What waits for approval.
@NullMarked
package varve.projections.stage;

import org.jspecify.annotations.NullMarked;
