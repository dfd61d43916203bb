/// Whether the registry works.
@NullMarked
package varve.gateway.health;

import org.jspecify.annotations.NullMarked;
