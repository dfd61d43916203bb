/// Answers to people who are still typing.
@NullMarked
package varve.query.search;

import org.jspecify.annotations.NullMarked;
