@NullMarked
package varve.command.hook;

import org.jspecify.annotations.NullMarked;
