/// Answers about what a version tells its readers: documentation, score, differences.
@NullMarked
package varve.query.docs;

import org.jspecify.annotations.NullMarked;
