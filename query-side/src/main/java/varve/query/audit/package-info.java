/// Answers about the past.
@NullMarked
package varve.query.audit;

import org.jspecify.annotations.NullMarked;
