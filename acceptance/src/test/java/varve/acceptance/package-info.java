/// Real clients against the running house.
@NullMarked
package varve.acceptance;

import org.jspecify.annotations.NullMarked;
