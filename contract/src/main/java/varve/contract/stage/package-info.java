/// Versions that were handed in and wait for a person's approval.
@NullMarked
package varve.contract.stage;

import org.jspecify.annotations.NullMarked;
