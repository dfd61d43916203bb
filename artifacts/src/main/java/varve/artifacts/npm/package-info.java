/// A source package as npm clients get it.
@NullMarked
package varve.artifacts.npm;

import org.jspecify.annotations.NullMarked;
