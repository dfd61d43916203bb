/// Versions: the attempt to publish one, and the fact that it was.
@NullMarked
package varve.contract.version;

import org.jspecify.annotations.NullMarked;
