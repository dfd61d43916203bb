/// The manual, and the short addresses that clients print.
@NullMarked
package varve.query.pages.manual;

import org.jspecify.annotations.NullMarked;
