/// The matrix of clients and operations, each cell of it a real run.
@NullMarked
package varve.acceptance.matrix;

import org.jspecify.annotations.NullMarked;
