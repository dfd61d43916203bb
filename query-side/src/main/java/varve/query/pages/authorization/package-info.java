/// The page where people decide what a program may do.
@NullMarked
package varve.query.pages.authorization;

import org.jspecify.annotations.NullMarked;
