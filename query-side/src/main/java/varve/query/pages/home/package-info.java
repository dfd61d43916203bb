/// Where one comes in, and how one begins.
@NullMarked
package varve.query.pages.home;

import org.jspecify.annotations.NullMarked;
