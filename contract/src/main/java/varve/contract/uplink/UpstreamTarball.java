package varve.contract.uplink;

/// A tarball of another registry's, as it was found there.
///
/// @param name for example `@luca/flag` or `flag`
/// @param uplink what the operator calls that registry
/// @param address where it lay, without credentials
/// @param integrity `sha512-` and base64 of its digest, computed here
/// @param size in bytes
public record UpstreamTarball(
        String name, String version, String uplink, String address, String integrity, long size) {
    /// The stream of its history in the log.
    public String stream() {
        return "upstream:" + name + "@" + version;
    }
}
