/// Statements about versions that were found true.
@NullMarked
package varve.command.attestation;

import org.jspecify.annotations.NullMarked;
