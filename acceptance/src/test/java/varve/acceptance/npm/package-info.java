/// The npm host as a team's own registry, used by npm, pnpm and yarn as they are.
@NullMarked
package varve.acceptance.npm;

import org.jspecify.annotations.NullMarked;
