/// What the search index holds.
@NullMarked
package varve.contract.search;

import org.jspecify.annotations.NullMarked;
