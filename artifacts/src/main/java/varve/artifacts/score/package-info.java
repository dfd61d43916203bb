/// What a version does well, for JSR's score.
@NullMarked
package varve.artifacts.score;

import org.jspecify.annotations.NullMarked;
