/// What can be asked of the registry, told by the code itself.
@NullMarked
package varve.gateway.reference;

import org.jspecify.annotations.NullMarked;
