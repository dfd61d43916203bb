/// Which of the versions that somebody uses have known flaws, as npm clients ask.
@NullMarked
package varve.query.advisory;

import org.jspecify.annotations.NullMarked;
