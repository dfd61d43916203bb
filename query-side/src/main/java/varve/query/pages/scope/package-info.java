/// Pages about scopes.
@NullMarked
package varve.query.pages.scope;

import org.jspecify.annotations.NullMarked;
