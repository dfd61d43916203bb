/// Telling other programs of every publication, as the operator has set it.
@NullMarked
package varve.command.notice;

import org.jspecify.annotations.NullMarked;
