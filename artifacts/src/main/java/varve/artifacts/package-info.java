/// The workshop: bytes in, values out. It knows no network and no database; the same upload gives
/// the same verdict and the same bytes. A clock is given to what checks provenance alone, since
/// tickets of Sigstore's count from a time on.
@NullMarked
package varve.artifacts;

import org.jspecify.annotations.NullMarked;
