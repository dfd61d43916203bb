/// Other registries behind this one. What they have is fetched when somebody wants it, looked at,
/// kept on the shelf, and noted in the log when it enters.
@NullMarked
package varve.command.uplink;

import org.jspecify.annotations.NullMarked;
