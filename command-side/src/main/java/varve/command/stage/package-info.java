/// Versions that jobs hand in and people approve.
@NullMarked
package varve.command.stage;

import org.jspecify.annotations.NullMarked;
