package varve.contract.publishing;

/// What an npm client published, as the registry itself found it: enough to write every list that
/// names the version without opening the tarball again.
///
/// @param sha1 lower-case hexadecimal
/// @param sha512 base64, as in `integrity`
/// @param size of the tarball in bytes
/// @param files in the tarball
/// @param unpackedSize of those files together, in bytes
/// @param installScript whether installing runs something
/// @param manifest the client's JSON without what the registry says itself
public record NpmRelease(
        String sha1,
        String sha512,
        long size,
        int files,
        long unpackedSize,
        boolean installScript,
        String manifest) {}
