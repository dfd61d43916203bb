/// How often versions were taken.
@NullMarked
package varve.contract.downloads;

import org.jspecify.annotations.NullMarked;
