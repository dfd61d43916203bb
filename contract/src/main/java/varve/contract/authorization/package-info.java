/// Programs that ask a person in a browser for a token.
@NullMarked
package varve.contract.authorization;

import org.jspecify.annotations.NullMarked;
