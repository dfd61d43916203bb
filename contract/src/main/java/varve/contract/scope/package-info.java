/// Scopes own packages and have members.
@NullMarked
package varve.contract.scope;

import org.jspecify.annotations.NullMarked;
