/// The side that decides: wishes come in, facts or refusals come out.
@NullMarked
package varve.command;

import org.jspecify.annotations.NullMarked;
