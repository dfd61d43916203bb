/// What the transparency log proves, for those who ask.
@NullMarked
package varve.query.transparency;

import org.jspecify.annotations.NullMarked;
