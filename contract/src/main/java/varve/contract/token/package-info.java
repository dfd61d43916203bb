/// Credentials that programs carry.
@NullMarked
package varve.contract.token;

import org.jspecify.annotations.NullMarked;
