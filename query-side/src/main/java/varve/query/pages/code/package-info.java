/// Code as it is shown: in the colours of its language.
@NullMarked
package varve.query.pages.code;

import org.jspecify.annotations.NullMarked;
