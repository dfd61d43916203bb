/// deno.land/x's protocol over HTTP, with real repositories.
@NullMarked
package varve.acceptance.modules;

import org.jspecify.annotations.NullMarked;
