package varve.contract.modules;

/// What a version consists of on the shelf.
///
/// @param files without folders
/// @param bytes of all files together
/// @param metaSha256 of its `meta.json`, which lists the files
public record Shelved(int files, long bytes, String metaSha256) {}
