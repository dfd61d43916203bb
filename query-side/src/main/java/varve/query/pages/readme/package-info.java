/// A package's own words: written by strangers, shown within our pages.
@NullMarked
package varve.query.pages.readme;

import org.jspecify.annotations.NullMarked;
