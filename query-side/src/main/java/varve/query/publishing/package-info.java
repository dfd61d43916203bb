/// Answers about attempts to publish.
@NullMarked
package varve.query.publishing;

import org.jspecify.annotations.NullMarked;
