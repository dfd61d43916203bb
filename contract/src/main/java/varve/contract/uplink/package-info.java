/// What came in from other registries.
@NullMarked
package varve.contract.uplink;

import org.jspecify.annotations.NullMarked;
