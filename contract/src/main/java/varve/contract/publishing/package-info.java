/// What an upload turned out to contain.
@NullMarked
package varve.contract.publishing;

import org.jspecify.annotations.NullMarked;
