package varve.contract.pkg;

import java.nio.charset.StandardCharsets;
import varve.contract.Sha256;

/// What npm clients are told of a package's state, and say again when they change it (`_rev`).
///
/// @param position of the last fact about it
public record Revision(PackageRef pkg, long position) {
    private static final int HASH = 16;

    public String text() {
        var seen = pkg.text() + "#" + position;
        var hash = Sha256.hex(seen.getBytes(StandardCharsets.UTF_8));
        return position + "-" + hash.substring(0, HASH);
    }
}
