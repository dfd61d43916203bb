/// Jobs that publish without tokens, and those who pretend to be some.
@NullMarked
package varve.acceptance.ci;

import org.jspecify.annotations.NullMarked;
