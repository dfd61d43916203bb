/// Who likes which package, in npm's words.
@NullMarked
package varve.query.star;

import org.jspecify.annotations.NullMarked;
