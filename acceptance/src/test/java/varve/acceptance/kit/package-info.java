/// What the acceptance tests work with: the program in a process of its own, the clients that must
/// work unchanged, folders to work in.
@NullMarked
package varve.acceptance.kit;

import org.jspecify.annotations.NullMarked;
