/// Reading a syntax tree (TS-ESTree), wherever it is needed.
@NullMarked
package varve.artifacts.tree;

import org.jspecify.annotations.NullMarked;
