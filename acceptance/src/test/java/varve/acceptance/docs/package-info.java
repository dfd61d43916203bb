/// What is derived for readers, compared with what Deno derives.
@NullMarked
package varve.acceptance.docs;

import org.jspecify.annotations.NullMarked;
