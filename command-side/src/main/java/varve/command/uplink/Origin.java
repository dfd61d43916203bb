package varve.command.uplink;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where and when the packument that lies on the shelf was found.
///
/// @param gate fingerprint of the rules by which versions were chosen
/// @param opens when the next version is old enough, absent when none waits
/// @param files every tarball that may be had, by the name it has here
record Origin(
        String uplink,
        @Nullable String etag,
        Instant checkedAt,
        String gate,
        @Nullable Instant opens,
        Map<String, File> files) {
    /// @param integrity as announced: one or more hashes, or empty
    /// @param shasum SHA-1 in hexadecimal, or empty
    record File(String version, String address, String integrity, String shasum) {}

    Origin {
        files = Map.copyOf(files);
    }

    Origin checked(Instant now) {
        return new Origin(uplink, etag, now, gate, opens, files);
    }
}
