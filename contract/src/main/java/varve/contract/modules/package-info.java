/// Modules: what a webhook publishes from a repository's tags, in deno.land/x's protocol.
@NullMarked
package varve.contract.modules;

import org.jspecify.annotations.NullMarked;
