/// What is attested of versions.
@NullMarked
package varve.projections.attestation;

import org.jspecify.annotations.NullMarked;
