/// Browsing what was published.
@NullMarked
package varve.query.pages.source;

import org.jspecify.annotations.NullMarked;
