/// Whom what is told, tried out.
@NullMarked
package varve.command.mail;

import org.jspecify.annotations.NullMarked;
