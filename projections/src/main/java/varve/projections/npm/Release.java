package varve.projections.npm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import varve.contract.version.VersionNumber;

/// One version that an npm client published, as the packument names it.
///
/// @param tombstoned its bytes were taken away; only the fact is left
/// @param deprecated what installers are told, or empty
/// @param predicateType what kind of provenance it has, if any
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
        String publisher,
        @Nullable String predicateType,
        Instant createdAt) {

    Release publishedBy(String publisher) {
        return new Release(
                version,
                yanked,
                tombstoned,
                deprecated,
                sha1,
                sha512,
                files,
                unpackedSize,
                installScript,
                publisher,
                predicateType,
                createdAt);
    }

    /// Whether clients may choose it.
    public boolean listed() {
        return !yanked && !tombstoned;
    }
}
