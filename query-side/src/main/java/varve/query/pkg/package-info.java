/// Answers about packages.
@NullMarked
package varve.query.pkg;

import org.jspecify.annotations.NullMarked;
