/// Answers about versions.
@NullMarked
package varve.query.version;

import org.jspecify.annotations.NullMarked;
