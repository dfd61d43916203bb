package varve.query.pages.pkg;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version as an item of the list of all.
///
/// @param deprecated why nobody should use it any more, empty when they may
/// @param publishedAt in milliseconds since 1970
public record ListedVersion(
        String version,
        boolean yanked,
        String deprecated,
        @Nullable String license,
        long publishedAt,
        @Nullable List<String> tags) {
    public Instant published() {
        return Instant.ofEpochMilli(publishedAt);
    }

    /// Tags that point to it.
    public List<String> tagged() {
        return tags == null ? List.of() : tags;
    }
}
