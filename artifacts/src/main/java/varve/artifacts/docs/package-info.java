/// Documentation: what the modules declare, brought together across files and addressed.
@NullMarked
package varve.artifacts.docs;

import org.jspecify.annotations.NullMarked;
