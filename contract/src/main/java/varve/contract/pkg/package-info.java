/// Packages: a name in a scope under which versions appear.
@NullMarked
package varve.contract.pkg;

import org.jspecify.annotations.NullMarked;
