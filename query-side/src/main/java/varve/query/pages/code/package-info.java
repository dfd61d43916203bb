/// Code as pages show it: with colours, without scripts.
@NullMarked
package varve.query.pages.code;

import org.jspecify.annotations.NullMarked;
