package varve.command.uplink;

import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;
import varve.artifacts.packument.Abbreviated;
import varve.artifacts.packument.PackumentText;
import varve.blobs.Blobs;
import varve.blobs.Packuments;
import varve.blobs.Paths;
import varve.blobs.Paths.Form;
import varve.blobs.Paths.Packing;
import varve.eventlog.EventJson;

/// Other registries' packuments where clients read them.
@Component
class PackumentShelf {
    private final Blobs blobs;

    PackumentShelf(Blobs blobs) {
        this.blobs = blobs;
    }

    /// The origin last: what it speaks of is there.
    void lay(String name, Retold retold, Origin origin) {
        lay(name, Form.FULL, retold.full());
        lay(name, Form.INSTALL, Abbreviated.of(retold.full()));
        lay(name, origin);
    }

    void lay(String name, Origin origin) {
        blobs.put(
                Paths.upstreamOrigin(name),
                EventJson.mapper().writeValueAsBytes(origin),
                "application/json");
    }

    /// @return empty when there is none, or none that this program can read
    Optional<Origin> origin(String name) {
        try {
            return blobs.bytes(Paths.upstreamOrigin(name))
                    .map(bytes -> EventJson.mapper().readValue(bytes, Origin.class));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// What was told of a package, as it lies there.
    Optional<byte[]> told(String name) {
        return Packuments.upstream(blobs, name, Form.FULL);
    }

    private void lay(String name, Form form, ObjectNode document) {
        var text = PackumentText.of(EventJson.mapper().writeValueAsBytes(document));
        for (var packing : Packing.values()) {
            var packed =
                    switch (packing) {
                        case PLAIN -> text.plain();
                        case GZIP -> Optional.of(text.gzip());
                        case BROTLI -> text.brotli();
                    };
            var place = Paths.upstreamPackument(name, form, packing);
            packed.ifPresentOrElse(
                    bytes -> blobs.put(place, bytes, form.mediaType()), () -> blobs.remove(place));
        }
    }
}
