/// Rows about teams.
@NullMarked
package varve.projections.team;

import org.jspecify.annotations.NullMarked;
