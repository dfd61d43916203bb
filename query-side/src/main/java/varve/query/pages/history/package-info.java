/// Pages about the past: what happened to a scope or a package, and the proof that it did.
@NullMarked
package varve.query.pages.history;

import org.jspecify.annotations.NullMarked;
