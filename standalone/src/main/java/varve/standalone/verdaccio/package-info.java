/// Moving here from Verdaccio.
@NullMarked
package varve.standalone.verdaccio;

import org.jspecify.annotations.NullMarked;
