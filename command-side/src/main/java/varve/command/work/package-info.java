/// Work that is drawn from the log and done by whichever node has a hand free.
@NullMarked
package varve.command.work;

import org.jspecify.annotations.NullMarked;
