/// Scopes and their members.
@NullMarked
package varve.command.scope;

import org.jspecify.annotations.NullMarked;
