/// Advisories, as the operator brings them.
@NullMarked
package varve.command.advisory;

import org.jspecify.annotations.NullMarked;
