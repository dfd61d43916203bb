/// Jobs of continuous integration, which publish without tokens.
@NullMarked
package varve.command.ci;

import org.jspecify.annotations.NullMarked;
