/// Answers in npm's own dialect. Addresses begin with `/~npm`, where the door leads what comes to
/// the npm host.
@NullMarked
package varve.query.npm;

import org.jspecify.annotations.NullMarked;
