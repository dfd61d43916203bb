package varve.projections.npm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.node.ObjectNode;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.eventlog.EventJson;

/// All that npm clients are told of a package. It is laid on the shelf in every form in which it is
/// asked for, so that answering is nothing but handing it over.
///
/// @param full the whole document
record Packument(ObjectNode full) {
    /// What of a version installing needs (npm's list).
    private static final Set<String> INSTALLING =
            Set.of(
                    "name",
                    "version",
                    "deprecated",
                    "dependencies",
                    "acceptDependencies",
                    "optionalDependencies",
                    "devDependencies",
                    "bundleDependencies",
                    "bundledDependencies",
                    "peerDependencies",
                    "peerDependenciesMeta",
                    "bin",
                    "directories",
                    "dist",
                    "engines",
                    "_hasShrinkwrap",
                    "hasInstallScript",
                    "funding",
                    "cpu",
                    "os",
                    "libc");

    private record Leaf(Place place, Supplier<byte[]> bytes, String mediaType) {}

    void lay(Blobs blobs) {
        var name = full.path("name").asString();
        byte[] whole = bytes(full);
        byte[] install = bytes(abbreviated());
        byte[] tags = bytes((ObjectNode) full.path("dist-tags"));
        var leaves =
                Stream.concat(
                                Stream.of(
                                        new Leaf(
                                                Paths.distTags(name),
                                                () -> tags,
                                                "application/json")),
                                Stream.concat(
                                        forms(name, Paths.Form.INSTALL, install),
                                        forms(name, Paths.Form.FULL, whole)))
                        .toList();
        laid(blobs, leaves);
    }

    /// `time` is not in npm's list, but clients that ask for the age of a version would fetch the
    /// whole document for it.
    ObjectNode abbreviated() {
        var brief = EventJson.mapper().createObjectNode();
        brief.set("name", full.path("name"));
        brief.set("modified", full.path("time").path("modified"));
        brief.set("dist-tags", full.path("dist-tags"));
        var versions = brief.putObject("versions");
        full.path("versions")
                .forEachEntry((version, manifest) -> {
                    var kept = versions.putObject(version);
                    manifest.forEachEntry((field, value) -> {
                        if (INSTALLING.contains(field)) {
                            kept.set(field, value);
                        }
                    });
                });
        brief.set("time", full.path("time"));
        return brief;
    }

    private static Stream<Leaf> forms(String name, Paths.Form form, byte[] bytes) {
        return Stream.of(
                new Leaf(Paths.packument(name, form, false), () -> bytes, form.mediaType()),
                new Leaf(Paths.packument(name, form, true), () -> gzip(bytes), form.mediaType()));
    }

    private static void laid(Blobs blobs, List<Leaf> leaves) {
        long laid =
                leaves.stream()
                        .gather(
                                Gatherers.mapConcurrent(
                                        leaves.size(),
                                        leaf -> {
                                            blobs.put(
                                                    leaf.place(),
                                                    leaf.bytes().get(),
                                                    leaf.mediaType());
                                            return leaf;
                                        }))
                        .count();
        if (laid != leaves.size()) {
            throw new IllegalStateException("laid " + laid + " of " + leaves.size());
        }
    }

    static byte[] bytes(ObjectNode json) {
        return EventJson.mapper().writeValueAsBytes(json);
    }

    /// The same bytes for the same bytes: no time and no name in the header.
    static byte[] gzip(byte[] plain) {
        var packed = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
