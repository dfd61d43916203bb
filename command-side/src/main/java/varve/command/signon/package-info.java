/// Signing in with an account elsewhere: any OpenID Connect provider, and GitHub.
@NullMarked
package varve.command.signon;

import org.jspecify.annotations.NullMarked;
