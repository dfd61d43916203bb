/// Who may wish for what.
@NullMarked
package varve.command.access;

import org.jspecify.annotations.NullMarked;
