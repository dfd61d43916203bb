package varve.projections.npm;

import java.time.Instant;
import varve.contract.version.VersionNumber;

/// One version that an npm client published, as the packument names it.
///
/// @param tombstoned its bytes were taken away; only the fact is left
/// @param deprecated what installers are told, or empty
/// @param publisher what the person is called, empty when nobody knows any more
public record Release(
        VersionNumber version,
        boolean yanked,
        boolean tombstoned,
        String deprecated,
        String sha1,
        String sha512,
        int files,
        long unpackedSize,
        boolean installScript,
        String manifest,
        String publisher,
        Instant createdAt) {

    /// Whether clients may choose it.
    public boolean listed() {
        return !yanked && !tombstoned;
    }
}
