package varve.command.modules.graph;

import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.Refused;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;

/// Finds the modules that addresses on this registry lead to.
record Shelf(Addresses addresses, Blobs blobs, JsonMapper json) {
    private static final int MOST_SLASHES_IN_VERSION = 4;

    /// @param address where the client ends, after being led to the latest version
    record Loaded(String address, ModuleVersion version, String path, byte[] content) {}

    /// @param rest of the address behind `/x/`
    /// @return nothing when there is no such file
    Optional<Loaded> load(String rest) {
        int slash = rest.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            int at = rest.indexOf('@');
            return at < 0 || at > slash
                    ? latest(ModuleName.of(rest.substring(0, slash)), rest.substring(slash))
                    : pinned(ModuleName.of(rest.substring(0, at)), rest.substring(at + 1));
        } catch (Refused _) {
            return Optional.empty();
        }
    }

    /// A version may contain slashes, and nothing in the address says where it ends.
    private Optional<Loaded> pinned(ModuleName module, String rest) {
        int slash = -1;
        for (int tries = 0; tries <= MOST_SLASHES_IN_VERSION; tries++) {
            slash = rest.indexOf('/', slash + 1);
            if (slash < 0) {
                break;
            }
            var found =
                    load(
                            new ModuleVersion(module, rest.substring(0, slash)),
                            rest.substring(slash));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Loaded> latest(ModuleName module, String path) {
        return blobs.bytes(Paths.landVersions(module))
                .map(list -> json.readTree(list).path("latest").asString(""))
                .filter(latest -> !latest.isEmpty())
                .flatMap(latest -> load(new ModuleVersion(module, latest), path));
    }

    private Optional<Loaded> load(ModuleVersion version, String path) {
        return blobs.bytes(Paths.landFile(version, path))
                .map(content -> new Loaded(addresses.of(version, path), version, path, content));
    }
}
