/// Counting what is handed out.
@NullMarked
package varve.command.downloads;

import org.jspecify.annotations.NullMarked;
