/// Files straight from the shelf.
@NullMarked
package varve.gateway.shelf;

import org.jspecify.annotations.NullMarked;
