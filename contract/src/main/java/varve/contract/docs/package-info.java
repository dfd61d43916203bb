/// The documentation of a version as it lies on the shelf: what readers are told about its symbols.
@NullMarked
package varve.contract.docs;

import org.jspecify.annotations.NullMarked;
