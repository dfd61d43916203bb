/// What programs read beside the pages: feeds, badges, site maps.
@NullMarked
package varve.query.pages.machine;

import org.jspecify.annotations.NullMarked;
