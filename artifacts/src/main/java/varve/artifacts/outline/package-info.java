/// What one module declares, imports and exports, read from its syntax tree while that is at hand.
/// Names are left as they stand; what they mean is found out where all modules are known.
@NullMarked
package varve.artifacts.outline;

import org.jspecify.annotations.NullMarked;
