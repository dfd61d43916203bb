/// How often versions were taken, as npm's own registry tells it.
@NullMarked
package varve.query.downloads;

import org.jspecify.annotations.NullMarked;
