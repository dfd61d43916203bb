/// Rows about scopes and members.
@NullMarked
package varve.projections.scope;

import org.jspecify.annotations.NullMarked;
