/// The transparency log: a leaf for every fact, tiles on the shelf, and a signed statement of it
/// all.
@NullMarked
package varve.projections.transparency;

import org.jspecify.annotations.NullMarked;
