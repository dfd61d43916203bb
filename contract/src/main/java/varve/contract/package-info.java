/// The words every side shares: what can be wished, what happened, how the registry says no.
@NullMarked
package varve.contract;

import org.jspecify.annotations.NullMarked;
