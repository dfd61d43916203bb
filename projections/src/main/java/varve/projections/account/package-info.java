/// Rows about people.
@NullMarked
package varve.projections.account;

import org.jspecify.annotations.NullMarked;
