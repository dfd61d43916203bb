package varve.contract;

import java.net.URI;

/// Under which addresses the world reaches this registry. They end in a slash and are set by the
/// operator, never taken from a request.
///
/// @param registry of modules, pages and the REST API
/// @param npm of the npm protocol
public record PublicAddresses(URI registry, URI npm) {}
