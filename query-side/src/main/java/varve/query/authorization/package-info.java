/// Answers to programs that ask a person for a token.
@NullMarked
package varve.query.authorization;

import org.jspecify.annotations.NullMarked;
