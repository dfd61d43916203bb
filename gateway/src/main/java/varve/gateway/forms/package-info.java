/// Forms on pages, as wishes to the API.
@NullMarked
package varve.gateway.forms;

import org.jspecify.annotations.NullMarked;
