/// What happens in public, as it happens, for mirrors and whoever else wants to follow.
@NullMarked
package varve.query.changes;

import org.jspecify.annotations.NullMarked;
