/// Pages about packages and their versions.
@NullMarked
package varve.query.pages.pkg;

import org.jspecify.annotations.NullMarked;
