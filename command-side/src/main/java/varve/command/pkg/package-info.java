/// Packages.
@NullMarked
package varve.command.pkg;

import org.jspecify.annotations.NullMarked;
