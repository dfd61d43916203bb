/// Finding packages.
@NullMarked
package varve.query.pages.search;

import org.jspecify.annotations.NullMarked;
