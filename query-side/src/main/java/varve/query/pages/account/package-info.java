/// Pages for signing in and for one's own account.
@NullMarked
package varve.query.pages.account;

import org.jspecify.annotations.NullMarked;
