/// Who somebody is: signing up and in, tokens, sessions, programs that ask for them.
@NullMarked
package varve.acceptance.account;

import org.jspecify.annotations.NullMarked;
