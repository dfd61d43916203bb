package varve.artifacts.upload;

/// How much one upload may unpack to. Each limit is counted while reading, before memory is used.
///
/// @param total bytes of all files together
/// @param file bytes of one file
/// @param entries of any kind
/// @param extension bytes of one extended header or long name
/// @param ratio unpacked bytes for each packed one, once {@link #RATIO_FROM} bytes were unpacked
public record Limits(long total, long file, int entries, int extension, long ratio) {
    /// JSR's sizes; its archives are small, so the number of entries and the ratio are ours.
    public static final Limits STANDARD = new Limits(20 << 20, 20 << 20, 50_000, 64 << 10, 400);

    /// Tarballs of npm clients hold what was built, too.
    public static final Limits NPM = new Limits(512L << 20, 256 << 20, 50_000, 64 << 10, 400);

    static final long RATIO_FROM = 1 << 20;

    /// Bytes of the whole archive: files, and for each entry its header, padding and end.
    long unpacked() {
        return total + entries * 1024L + 1024 * 1024;
    }
}
