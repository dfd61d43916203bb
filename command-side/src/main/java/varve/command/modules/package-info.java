/// Modules by webhook: who may publish what under which name, and fetching it with git.
@NullMarked
package varve.command.modules;

import org.jspecify.annotations.NullMarked;
