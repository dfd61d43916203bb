package varve.projections.npm;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import varve.artifacts.packument.Abbreviated;
import varve.artifacts.packument.PackumentText;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.Paths.Packing;
import varve.blobs.Place;
import varve.eventlog.EventJson;

/// All that npm clients are told of a package. It is laid on the shelf in every form in which it is
/// asked for, so that answering is nothing but handing it over.
///
/// @param tags where its tags point to, as JSON
/// @param full the whole document
/// @param install the short form
record Packument(String name, byte[] tags, PackumentText full, PackumentText install) {
    static Packument of(ObjectNode full) {
        return new Packument(
                full.path("name").asString(),
                bytes((ObjectNode) full.path("dist-tags")),
                PackumentText.of(bytes(full)),
                PackumentText.of(bytes(Abbreviated.of(full))));
    }

    private record Leaf(Place place, Supplier<Optional<byte[]>> bytes, String mediaType) {}

    void lay(Blobs blobs) {
        var leaves =
                Stream.of(
                                Stream.of(
                                        new Leaf(
                                                Paths.distTags(name),
                                                () -> Optional.of(tags),
                                                "application/json")),
                                forms(name, Paths.Form.INSTALL, install),
                                forms(name, Paths.Form.FULL, full))
                        .flatMap(each -> each)
                        .toList();
        laid(blobs, leaves);
    }

    private static Stream<Leaf> forms(String name, Paths.Form form, PackumentText text) {
        return Stream.of(Packing.values())
                .map(packing ->
                        new Leaf(
                                Paths.packument(name, form, packing),
                                () -> packed(text, packing),
                                form.mediaType()));
    }

    private static Optional<byte[]> packed(PackumentText text, Packing packing) {
        return switch (packing) {
            case PLAIN -> text.plain();
            case GZIP -> Optional.of(text.gzip());
            case BROTLI -> text.brotli();
        };
    }

    private static void laid(Blobs blobs, List<Leaf> leaves) {
        long laid =
                leaves.stream()
                        .gather(
                                Gatherers.mapConcurrent(
                                        leaves.size(),
                                        leaf -> {
                                            lay(blobs, leaf);
                                            return leaf;
                                        }))
                        .count();
        if (laid != leaves.size()) {
            throw new IllegalStateException("laid " + laid + " of " + leaves.size());
        }
    }

    /// A packing that is not made any more must not be left behind with what was said before.
    private static void lay(Blobs blobs, Leaf leaf) {
        var bytes = leaf.bytes().get();
        if (bytes.isPresent()) {
            blobs.put(leaf.place(), bytes.get(), leaf.mediaType());
        } else {
            blobs.remove(leaf.place());
        }
    }

    static byte[] bytes(ObjectNode json) {
        return EventJson.mapper().writeValueAsBytes(json);
    }
}
