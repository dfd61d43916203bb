package varve.contract.search;

/// One listed module in the search index, written by the projections and read by the query side.
///
/// @param stars of its repository
/// @param createdAt when it was registered, in milliseconds since 1970
public record ModuleEntry(String name, String description, long stars, long createdAt) {
    /// Alias under which the index is found, behind the operator's prefix.
    public static final String INDEX = "modules";
}
