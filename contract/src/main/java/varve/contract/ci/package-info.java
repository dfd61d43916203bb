/// Jobs of continuous integration, which publish without tokens.
@NullMarked
package varve.contract.ci;

import org.jspecify.annotations.NullMarked;
