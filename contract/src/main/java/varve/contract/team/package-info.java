/// Groups of people within a scope, as npm clients know them.
@NullMarked
package varve.contract.team;

import org.jspecify.annotations.NullMarked;
