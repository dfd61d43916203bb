/// The rules of a version: asked for, accepted or refused, yanked.
@NullMarked
package varve.command.version;

import org.jspecify.annotations.NullMarked;
