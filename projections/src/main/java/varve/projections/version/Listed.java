package varve.projections.version;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import varve.contract.version.VersionNumber;

/// One version as the lists on the shelf name it.
///
/// @param deprecated what npm clients are told, or empty
public record Listed(
        VersionNumber version,
        boolean yanked,
        String deprecated,
        Instant createdAt,
        int npmRevision,
        String npmSha1,
        String npmSha512,
        String npmPackageJson) {

    public String text() {
        return version.text();
    }

    /// What Deno and npm take for `latest`: the highest that is neither a prerelease nor yanked.
    public static Optional<Listed> latestStable(List<Listed> versions) {
        return versions.stream()
                .filter(listed -> !listed.yanked() && !listed.version().isPrerelease())
                .max(Comparator.comparing(Listed::version));
    }

    /// The highest of all that are not yanked.
    public static Optional<Listed> latestOfAll(List<Listed> versions) {
        return versions.stream()
                .filter(listed -> !listed.yanked())
                .max(Comparator.comparing(Listed::version));
    }
}
