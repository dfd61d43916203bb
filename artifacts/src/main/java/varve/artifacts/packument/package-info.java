/// Packuments as npm clients ask for them: their forms, how they are packed, and the registry's
/// signature on each version.
@NullMarked
package varve.artifacts.packument;

import org.jspecify.annotations.NullMarked;
