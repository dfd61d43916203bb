/// Moving here from Verdaccio.
@NullMarked
package varve.standalone.upkeep.verdaccio;

import org.jspecify.annotations.NullMarked;
