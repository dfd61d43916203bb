/// People and their accounts.
@NullMarked
package varve.command.account;

import org.jspecify.annotations.NullMarked;
