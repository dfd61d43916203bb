/// What people see in a browser: HTML made here, readable without scripts.
@NullMarked
package varve.query.pages;

import org.jspecify.annotations.NullMarked;
