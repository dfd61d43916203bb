/// What code imports, and nothing else about it: for modules that are published as they are.
@NullMarked
package varve.artifacts.imports;

import org.jspecify.annotations.NullMarked;
