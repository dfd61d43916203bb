/// What others attest of versions: where they were built, and from what.
@NullMarked
package varve.contract.attestation;

import org.jspecify.annotations.NullMarked;
