package varve.artifacts;

import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// What the workshop is asked to look at.
///
/// @param ref the version that the upload claims to be
/// @param config path of the configuration file inside the upload
/// @param homepage address of the package's page, for the npm manifest
public record Order(VersionRef ref, FilePath config, String homepage) {}
