/// Watching an attempt to publish.
@NullMarked
package varve.query.pages.publishing;

import org.jspecify.annotations.NullMarked;
