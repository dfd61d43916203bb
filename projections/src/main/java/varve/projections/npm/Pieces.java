package varve.projections.npm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import varve.contract.pkg.PackageRef;

/// What lists say of single versions, written once. A list that grows by a version is the others'
/// text and one new one's, so a publish does not cost more where much was published before. May be
/// used by any number of threads.
final class Pieces {
    private static final int REMEMBERED = 20_000;

    /// Everything that the text depends on; whatever of it changes, it is written anew.
    private record Key(PackageRef pkg, Release release) {}

    /// JSON objects.
    ///
    /// @param full for the whole document
    /// @param install for the short form
    record Piece(String full, String install) {}

    private final Map<Key, Piece> written =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Key, Piece> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    Piece of(PackageRef pkg, Release release, Supplier<Piece> writing) {
        var key = new Key(pkg, release);
        var known = written.get(key);
        if (known != null) {
            return known;
        }
        var fresh = writing.get();
        written.put(key, fresh);
        return fresh;
    }
}
