/// Who did what, when, with which right.
@NullMarked
package varve.projections.audit;

import org.jspecify.annotations.NullMarked;
