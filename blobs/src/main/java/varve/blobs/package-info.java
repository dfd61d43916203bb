/// The shelf: where artifacts lie, under paths that are all listed in {@link varve.blobs.Paths}.
@NullMarked
package varve.blobs;

import org.jspecify.annotations.NullMarked;
