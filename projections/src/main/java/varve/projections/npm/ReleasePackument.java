package varve.projections.npm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;
import varve.artifacts.packument.Abbreviated;
import varve.artifacts.packument.Signatures;
import varve.blobs.Paths;
import varve.contract.PublicAddresses;
import varve.contract.Sha256;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.version.VersionRef;
import varve.eventlog.EventJson;
import varve.projections.Moments;

/// The packument of an npm package, computed from its rows.
///
/// @param revision position of the last fact about it
/// @param releases all there ever were, in ascending order
/// @param tags as they were set
/// @param maintainers what the scope's members are called
record ReleasePackument(
        PackageRef pkg,
        long revision,
        Instant createdAt,
        Instant updatedAt,
        List<Release> releases,
        Map<String, String> tags,
        List<String> maintainers) {

    /// What the whole document repeats of its latest version.
    private static final List<String> OF_LATEST =
            List.of(
                    "description",
                    "author",
                    "contributors",
                    "repository",
                    "homepage",
                    "bugs",
                    "keywords",
                    "license");

    /// @param pieces what was written of single versions before
    Packument render(PublicAddresses addresses, Signatures signatures, Pieces pieces) {
        var full = EventJson.mapper().createObjectNode();
        full.put("_id", pkg.text());
        full.put("_rev", rev());
        full.put("name", pkg.text());
        var latest = latest();
        tags(full.putObject("dist-tags"), latest);
        var versions = full.putObject("versions");
        var brief = EventJson.mapper().createObjectNode();
        for (var release : listed()) {
            var piece = pieces.of(pkg, release, () -> piece(release, addresses, signatures));
            versions.putRawValue(release.version().text(), new RawValue(piece.full()));
            brief.putRawValue(release.version().text(), new RawValue(piece.install()));
        }
        time(full.putObject("time"));
        var people = full.putArray("maintainers");
        maintainers.forEach(name -> person(people.addObject(), name));
        latest.map(release -> EventJson.mapper().readTree(release.manifest()))
                .ifPresent(manifest ->
                        OF_LATEST.stream()
                                .filter(manifest::has)
                                .forEach(field -> full.set(field, manifest.path(field))));
        return new Packument(full, Abbreviated.of(full, brief));
    }

    private Pieces.Piece piece(Release release, PublicAddresses addresses, Signatures signatures) {
        var json = version(release, addresses, signatures);
        return new Pieces.Piece(
                EventJson.mapper().writeValueAsString(json),
                EventJson.mapper().writeValueAsString(Abbreviated.version(json)));
    }

    /// What `latest` means: where somebody let it point to, while that is there; else the highest
    /// that is stable, or the highest of all.
    Optional<Release> latest() {
        var set = tags.get(TagName.LATEST.text());
        var there =
                listed().stream().filter(release -> release.version().text().equals(set)).findAny();
        return there.or(() -> highest(true)).or(() -> highest(false));
    }

    int count() {
        return listed().size();
    }

    private List<Release> listed() {
        return releases.stream().filter(Release::listed).toList();
    }

    private Optional<Release> highest(boolean stable) {
        return listed().stream()
                .filter(release -> !stable || !release.version().isPrerelease())
                .max(Comparator.comparing(Release::version));
    }

    private String rev() {
        var seen = pkg.text() + "#" + revision;
        var hash = Sha256.hex(seen.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return revision + "-" + hash.substring(0, 16);
    }

    private void tags(ObjectNode json, Optional<Release> latest) {
        latest.ifPresent(release -> json.put("latest", release.version().text()));
        var there = listed().stream().map(release -> release.version().text()).toList();
        var known = new java.util.HashSet<>(there);
        tags.forEach((tag, version) -> {
            if (!tag.equals(TagName.LATEST.text()) && known.contains(version)) {
                json.put(tag, version);
            }
        });
    }

    private ObjectNode version(Release release, PublicAddresses addresses, Signatures signatures) {
        var json = (ObjectNode) EventJson.mapper().readTree(release.manifest());
        json.put("_id", pkg.text() + "@" + release.version().text());
        person(json.putObject("_npmUser"), release.publisher());
        if (release.installScript()) {
            json.put("hasInstallScript", true);
        }
        if (!release.deprecated().isEmpty()) {
            json.put("deprecated", release.deprecated());
        }
        var path = Paths.tarballPath(new VersionRef(pkg, release.version()));
        var dist = json.putObject("dist");
        dist.put("tarball", addresses.npm().resolve("/" + path).toString())
                .put("shasum", release.sha1())
                .put("integrity", "sha512-" + release.sha512())
                .put("fileCount", release.files())
                .put("unpackedSize", release.unpackedSize());
        signatures.sign(dist, pkg.text(), release.version().text());
        if (release.predicateType() != null) {
            var file = "/-/npm/v1/attestations/" + pkg.text() + "@" + release.version().text();
            dist.putObject("attestations")
                    .put("url", addresses.npm().resolve(file).toString())
                    .putObject("provenance")
                    .put("predicateType", release.predicateType());
        }
        return json;
    }

    /// When each version was published, those that are gone too.
    private void time(ObjectNode json) {
        json.put("created", Moments.text(createdAt));
        json.put("modified", Moments.text(updatedAt));
        var gone = new ArrayList<@Nullable String>();
        for (var release : releases) {
            json.put(release.version().text(), Moments.text(release.createdAt()));
            if (release.tombstoned()) {
                gone.add(release.version().text());
            }
        }
        if (gone.size() == releases.size()) {
            var unpublished = json.putObject("unpublished");
            unpublished.put("name", pkg.text());
            unpublished.put("time", Moments.text(updatedAt));
            gone.forEach(unpublished.putArray("versions")::add);
        }
    }

    /// Addresses of people are nobody's business, but clients expect the field.
    private static void person(ObjectNode json, String name) {
        json.put("name", name).put("email", "");
    }
}
