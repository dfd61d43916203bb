/// The list that npm clients read first.
@NullMarked
package varve.projections.npm;

import org.jspecify.annotations.NullMarked;
