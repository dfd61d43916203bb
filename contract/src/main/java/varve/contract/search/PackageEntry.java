package varve.contract.search;

import org.jspecify.annotations.Nullable;

/// One package in the search index, written by the projections and read by the query side.
///
/// @param latest highest stable version, absent while there is none
/// @param updatedAt of its last change, in milliseconds since 1970
public record PackageEntry(
        String scope,
        String name,
        String description,
        @Nullable String latest,
        int versions,
        long updatedAt) {
    /// Alias under which the index is found, behind the operator's prefix.
    public static final String INDEX = "packages";
}
