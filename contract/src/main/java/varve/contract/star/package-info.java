/// Who likes which package.
@NullMarked
package varve.contract.star;

import org.jspecify.annotations.NullMarked;
