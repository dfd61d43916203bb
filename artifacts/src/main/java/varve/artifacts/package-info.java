/// The workshop: bytes in, values out. It knows no network, no database and no clock; the same
/// upload gives the same verdict and the same bytes.
@NullMarked
package varve.artifacts;

import org.jspecify.annotations.NullMarked;
