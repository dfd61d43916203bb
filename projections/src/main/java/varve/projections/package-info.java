/// The side that remembers: facts become rows, lists and index entries, each of which can be
/// dropped and rebuilt.
@NullMarked
package varve.projections;

import org.jspecify.annotations.NullMarked;
