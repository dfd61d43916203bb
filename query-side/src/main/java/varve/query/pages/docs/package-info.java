/// Pages of documentation: entry points, symbols, differences, dependencies, score.
@NullMarked
package varve.query.pages.docs;

import org.jspecify.annotations.NullMarked;
