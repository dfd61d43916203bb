/// Who may do what.
@NullMarked
package varve.acceptance.rights;

import org.jspecify.annotations.NullMarked;
