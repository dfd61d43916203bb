/// npm's own dialect of wishes: whole documents that are put, and what is meant by them. Addresses
/// begin with `/~npm`, where the door leads what comes to the npm host.
@NullMarked
package varve.command.npm;

import org.jspecify.annotations.NullMarked;
