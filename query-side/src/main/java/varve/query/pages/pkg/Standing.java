package varve.query.pages.pkg;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import varve.query.downloads.DownloadCounts;

/// What is known of a package besides what it says of itself.
///
/// @param score from 0 to 100, absent where nothing is scored
/// @param runtimes and whether it works there
/// @param repository where it is developed, as `owner/name`
/// @param provenance absent when nobody attested where the version was made
/// @param owners names of those who administer its scope
public record Standing(
        @Nullable Integer score,
        Map<String, Boolean> runtimes,
        @Nullable String repository,
        @Nullable Provenance provenance,
        List<String> owners,
        DownloadCounts.Counts downloads) {

    /// Where a version was made, as a log that anybody can check tells it.
    ///
    /// @param commit of the repository
    /// @param logIndex place in that log
    public record Provenance(
            String issuer, String repository, String commit, long logIndex, Instant loggedAt) {
        public String shortCommit() {
            return commit.length() > 7 ? commit.substring(0, 7) : commit;
        }
    }

    Standing with(DownloadCounts.Counts counts) {
        return new Standing(score, runtimes, repository, provenance, owners, counts);
    }
}
