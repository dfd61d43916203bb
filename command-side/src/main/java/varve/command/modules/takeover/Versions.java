package varve.command.modules.takeover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.command.modules.ContentTypes;
import varve.contract.Sha256;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.contract.modules.Shelved;

/// The other registry's bucket, whose objects have the same names as those on our shelf.
record Versions(Path bucket, Blobs blobs) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PUTS_AT_ONCE = 16;

    private record Listed(String path, long size) {}

    /// The versions that were published, newest first.
    List<String> of(ModuleName module) throws IOException {
        var list = bucket.resolve(Paths.landVersions(module).key());
        if (Files.notExists(list)) {
            return List.of();
        }
        return read(list).path("versions").valueStream().map(it -> it.asString("")).toList();
    }

    /// @param remembered by a build, if one is
    Asked asked(ModuleVersion version, @Nullable Asked remembered) throws IOException {
        return remembered != null
                ? remembered
                : Asked.of(version, read(file(Paths.landMeta(version))));
    }

    /// Lays a version on our shelf: every file its `meta.json` lists, then that itself, unchanged.
    ///
    /// @throws IOException when a file is missing or has another size than the list says
    Shelved lay(ModuleVersion version) throws IOException {
        var meta = Files.readAllBytes(file(Paths.landMeta(version)));
        var files = files(parsed(meta));
        for (var listed : files) {
            var file = file(Paths.landFile(version, listed.path()));
            if (Files.size(file) != listed.size()) {
                throw new IOException(listed.path() + " has another size than meta.json says");
            }
        }
        long laid =
                files.stream()
                        .gather(
                                Gatherers.mapConcurrent(
                                        PUTS_AT_ONCE, listed -> lay(version, listed)))
                        .count();
        blobs.put(Paths.landMeta(version), meta, "application/json");
        return new Shelved(
                Math.toIntExact(laid),
                files.stream().mapToLong(Listed::size).sum(),
                Sha256.hex(meta));
    }

    private Listed lay(ModuleVersion version, Listed listed) {
        var place = Paths.landFile(version, listed.path());
        blobs.put(place, bucket.resolve(place.key()), ContentTypes.of(listed.path()));
        return listed;
    }

    /// @throws IOException when the key leads nowhere, or out of the bucket
    private Path file(Place place) throws IOException {
        var file = bucket.resolve(place.key()).normalize();
        if (!file.startsWith(bucket.normalize()) || !Files.isRegularFile(file)) {
            throw new IOException("the bucket has no " + place.key());
        }
        return file;
    }

    private static List<Listed> files(JsonNode meta) {
        return meta.path("directory_listing")
                .valueStream()
                .filter(entry -> entry.path("type").asString("").equals("file"))
                .map(entry ->
                        new Listed(entry.path("path").asString(""), entry.path("size").asLong(-1)))
                .toList();
    }

    private static JsonNode read(Path file) throws IOException {
        return parsed(Files.readAllBytes(file));
    }

    private static JsonNode parsed(byte[] json) throws IOException {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IOException("an object that should be JSON is not", e);
        }
    }
}
