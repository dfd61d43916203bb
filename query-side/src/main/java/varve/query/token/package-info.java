/// Answers about credentials.
@NullMarked
package varve.query.token;

import org.jspecify.annotations.NullMarked;
