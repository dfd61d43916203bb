/// The search index.
@NullMarked
package varve.projections.search;

import org.jspecify.annotations.NullMarked;
