package varve.contract.downloads;

/// How often a version was taken.
///
/// @param name `@luca/flag`, `flag`, or `/x/flag` for a module
public record Taken(String name, String version, long times) {}
