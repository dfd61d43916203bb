/// Outgoing webhooks.
@NullMarked
package varve.acceptance.hooks;

import org.jspecify.annotations.NullMarked;
