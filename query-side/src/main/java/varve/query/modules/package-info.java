/// Answers about modules, in deno.land/x's protocol.
@NullMarked
package varve.query.modules;

import org.jspecify.annotations.NullMarked;
