/// Reads uploads: a tar archive in one gzip member, strictly and within bounds.
@NullMarked
package varve.artifacts.upload;

import org.jspecify.annotations.NullMarked;
