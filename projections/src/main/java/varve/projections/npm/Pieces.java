package varve.projections.npm;

import java.util.function.Supplier;
import varve.artifacts.packument.Remembered;
import varve.contract.pkg.PackageRef;

/// What lists say of single versions, written once. A list that grows by a version is the others'
/// text and one new one's, so a publish does not cost more where much was published before. May be
/// used by any number of threads.
final class Pieces {
    /// Characters.
    private static final int REMEMBERED = 32 << 20;

    /// Everything that the text depends on; whatever of it changes, it is written anew.
    private record Key(PackageRef pkg, Release release) {}

    /// JSON objects.
    ///
    /// @param full for the whole document
    /// @param install for the short form
    record Piece(String full, String install) {}

    private final Remembered<Key, Piece> written =
            new Remembered<>(REMEMBERED, piece -> piece.full().length() + piece.install().length());

    Piece of(PackageRef pkg, Release release, Supplier<Piece> writing) {
        return written.of(new Key(pkg, release), writing);
    }
}
