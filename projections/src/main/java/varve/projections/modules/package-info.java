/// What is remembered of modules, and the list of each one's versions.
@NullMarked
package varve.projections.modules;

import org.jspecify.annotations.NullMarked;
