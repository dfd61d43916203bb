/// Modules, what they name, and the rules they must keep.
@NullMarked
package varve.artifacts.graph;

import org.jspecify.annotations.NullMarked;
