/// People: who they are to the log, which is an id and nothing else.
@NullMarked
package varve.contract.account;

import org.jspecify.annotations.NullMarked;
