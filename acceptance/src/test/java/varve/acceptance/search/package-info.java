/// What search finds, and how quickly.
@NullMarked
package varve.acceptance.search;

import org.jspecify.annotations.NullMarked;
