/// Credentials for programs.
@NullMarked
package varve.command.token;

import org.jspecify.annotations.NullMarked;
