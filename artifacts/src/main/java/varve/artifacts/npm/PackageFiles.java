package varve.artifacts.npm;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;

/// The files of an npm package in the making, by path. What is printed from a small source can be
/// large, for lines deep inside are indented far, so all of them together have a bound.
final class PackageFiles {
    /// More than three times what an upload may be.
    private static final long MOST_BYTES = 64L << 20;

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private long bytes;

    /// @throws Faulted when the package grows too large
    void put(String path, byte[] file) {
        var before = files.put(path, file);
        bytes += file.length - (before == null ? 0 : before.length);
        if (bytes > MOST_BYTES) {
            throw Fault.NPM_TARBALL_ERROR.with(
                    "the package for npm would be too large: with '%s' it has more than %d bytes"
                            .formatted(path, MOST_BYTES));
        }
    }

    void change(String path, UnaryOperator<byte[]> change) {
        var file = files.get(path);
        if (file != null) {
            put(path, change.apply(file));
        }
    }

    SortedMap<String, byte[]> all() {
        return Collections.unmodifiableSortedMap(files);
    }
}
