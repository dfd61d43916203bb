/// The transparency log's arithmetic and formats: a Merkle tree over all facts, and signed
/// statements of how large it is. Whoever has these few files can check what a registry says about
/// its past.
@NullMarked
package varve.contract.transparency;

import org.jspecify.annotations.NullMarked;
