/// Tells others over HTTP what happened to packages: npm's hooks and webhooks of whole scopes.
@NullMarked
package varve.command.hook;

import org.jspecify.annotations.NullMarked;
