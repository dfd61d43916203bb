/// Inspections in child processes, which may crash without harm.
@NullMarked
package varve.artifacts.worker;

import org.jspecify.annotations.NullMarked;
