/// How often versions were taken, by day.
@NullMarked
package varve.projections.downloads;

import org.jspecify.annotations.NullMarked;
