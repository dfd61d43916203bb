/// How the registry says yes and no.
@NullMarked
package varve.gateway.answers;

import org.jspecify.annotations.NullMarked;
