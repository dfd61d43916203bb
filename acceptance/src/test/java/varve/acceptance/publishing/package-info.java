/// What becomes of uploads, through HTTP, with real archives.
@NullMarked
package varve.acceptance.publishing;

import org.jspecify.annotations.NullMarked;
