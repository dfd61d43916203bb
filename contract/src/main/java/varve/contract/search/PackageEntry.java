package varve.contract.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One package in the search index, written by the projections and read by the query side.
///
/// @param full the name with its scope as people write it, in lower case
/// @param canonical the name without what does not tell names apart, in lower case
/// @param length of that
/// @param kind `source` or `npm`
/// @param latest highest stable version, absent while there is none
/// @param updatedAt of its last change, in milliseconds since 1970
public record PackageEntry(
        String scope,
        String name,
        String full,
        String canonical,
        int length,
        String kind,
        String description,
        @Nullable String latest,
        int versions,
        long updatedAt,
        Words words,
        Standing standing) {
    /// Name of the index, behind the operator's prefix. It changes whenever the entries do.
    public static final String INDEX = "packages-5";

    /// What a package can be found by, besides its name and description.
    ///
    /// @param owners names of the scope's members
    /// @param symbols that it exports
    /// @param readme as it was written, cut; empty when read back
    public record Words(
            List<String> keywords, List<String> owners, List<String> symbols, String readme) {
        public static final Words NONE = new Words(List.of(), List.of(), List.of(), "");
    }

    /// What lists are narrowed and ordered by.
    ///
    /// @param score of 100; 0 when nobody has judged
    /// @param downloads in the week before it was last taken or changed
    /// @param dependents how many packages need it
    /// @param runtimes known to run it
    public record Standing(
            int score,
            long downloads,
            int dependents,
            List<String> runtimes,
            @Nullable String license) {
        public static final Standing NONE = new Standing(0, 0, 0, List.of(), null);
    }

    /// A package of which only the list's own columns are known.
    public static PackageEntry plain(
            String scope,
            String name,
            String kind,
            String description,
            @Nullable String latest,
            int versions,
            long updatedAt) {
        return new PackageEntry(
                scope,
                name,
                "",
                "",
                0,
                kind,
                description,
                latest,
                versions,
                updatedAt,
                Words.NONE,
                Standing.NONE);
    }
}
