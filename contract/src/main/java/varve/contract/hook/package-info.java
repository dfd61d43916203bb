/// Outgoing webhooks: who is told of what happens to packages.
@NullMarked
package varve.contract.hook;

import org.jspecify.annotations.NullMarked;
