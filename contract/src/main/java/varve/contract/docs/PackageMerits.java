package varve.contract.docs;

/// What a package does well apart from the files of its latest version: the package's part of JSR's
/// score.
///
/// @param provenance whether it is attested where that version comes from
/// @param runtimes that it is said to run in
public record PackageMerits(boolean provenance, boolean description, int runtimes) {

    /// One each for provenance and description, one for a runtime and one for several.
    public int points() {
        return (provenance ? 1 : 0) + (description ? 1 : 0) + Math.min(runtimes, 2);
    }
}
