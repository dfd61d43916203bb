/// Known flaws of packages, whoever's they are.
@NullMarked
package varve.contract.advisory;

import org.jspecify.annotations.NullMarked;
