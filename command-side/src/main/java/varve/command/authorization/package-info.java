/// Programs that ask a person in a browser for a token.
@NullMarked
package varve.command.authorization;

import org.jspecify.annotations.NullMarked;
