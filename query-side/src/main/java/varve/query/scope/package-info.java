/// Answers about scopes.
@NullMarked
package varve.query.scope;

import org.jspecify.annotations.NullMarked;
