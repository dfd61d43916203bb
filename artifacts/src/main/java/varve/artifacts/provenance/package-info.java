/// Looks whether what is attested of a version is true: Sigstore's bundles, without any network.
@NullMarked
package varve.artifacts.provenance;

import org.jspecify.annotations.NullMarked;
