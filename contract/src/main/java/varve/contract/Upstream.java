package varve.contract;

/// Other registries, for packages that are not of this one. What they give lies on the shelf, and
/// is read there.
public interface Upstream {
    /// Sees to it that what is told of a package lies on the shelf, as new as agreed.
    ///
    /// @param npmName for example `@luca/flag` or `flag`
    /// @return false when nobody has such a package, or it is not for others to have
    /// @throws Refused with `Unavailable` when nobody who might have it answers
    boolean hasPackument(String npmName);

    /// Sees to it that a tarball lies on the shelf, whole and as announced.
    ///
    /// @param file for example `flag-1.0.0.tgz`
    /// @return false when there is none, or it is kept out
    /// @throws Refused with `Unavailable` when nobody who might have it answers
    boolean hasTarball(String npmName, String file);
}
