/// From an upload to a verdict.
@NullMarked
package varve.command.publishing;

import org.jspecify.annotations.NullMarked;
