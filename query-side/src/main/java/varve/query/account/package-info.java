/// Answers about people.
@NullMarked
package varve.query.account;

import org.jspecify.annotations.NullMarked;
