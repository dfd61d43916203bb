package varve.projections.npm;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import varve.artifacts.packument.Abbreviated;
import varve.artifacts.packument.Remembered;
import varve.artifacts.packument.Signatures;
import varve.artifacts.packument.Stretch;
import varve.blobs.Paths;
import varve.contract.PublicAddresses;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionRef;
import varve.eventlog.EventJson;
import varve.projections.Moments;

/// What packuments say of versions, in stretches of consecutive ones, each written and packed once.
/// A list that grows by a version is made of the others' stretches and one that is written anew, so
/// a publish does not cost more where much was published before. May be used by any number of
/// threads.
@Component
class Versions {
    /// Bytes, packed.
    private static final int REMEMBERED = 48 << 20;

    /// What a version weighs beside its text.
    private static final int ROW = 600;

    private final PublicAddresses addresses;
    private final Signatures signatures;
    private final Manifests manifests;
    private final Remembered<Key, Written> known = new Remembered<>(REMEMBERED, Written::weight);

    Versions(PublicAddresses addresses, Signatures signatures, Manifests manifests) {
        this.addresses = addresses;
        this.signatures = signatures;
        this.manifests = manifests;
    }

    /// Everything that the texts depend on; whatever of it changes, they are written anew.
    private record Key(PackageRef pkg, List<Release> releases, boolean first) {}

    /// @param full for the whole document
    /// @param install for the short form
    /// @param times when each was published
    record Written(Stretch full, Stretch install, Stretch times, int versions) {
        int weight() {
            return full.packed().length
                    + install.packed().length
                    + times.packed().length
                    + versions * ROW;
        }
    }

    /// @param first whether no listed version comes before these
    Written of(PackageRef pkg, List<Release> releases, boolean first) {
        return known.of(new Key(pkg, releases, first), () -> written(pkg, releases, first));
    }

    private Written written(PackageRef pkg, List<Release> releases, boolean first) {
        var listed = releases.stream().filter(Release::listed).toList();
        var said = manifests.of(pkg, listed.stream().map(Versions::number).toList());
        var full = new StringBuilder();
        var install = new StringBuilder();
        for (var release : listed) {
            var name = (first && full.isEmpty() ? "\"" : ",\"") + number(release) + "\":";
            var manifest = said.getOrDefault(number(release), "{}");
            var version = version(pkg, release, manifest);
            full.append(name).append(text(version));
            install.append(name).append(text(Abbreviated.version(version)));
        }
        var times = new StringBuilder();
        for (var release : releases) {
            times.append(",\"").append(number(release)).append("\":\"");
            times.append(Moments.text(release.createdAt())).append('"');
        }
        return new Written(
                Stretch.of(full.toString()),
                Stretch.of(install.toString()),
                Stretch.of(times.toString()),
                releases.size());
    }

    private ObjectNode version(PackageRef pkg, Release release, String manifest) {
        var json = (ObjectNode) EventJson.mapper().readTree(manifest);
        json.put("_id", pkg.text() + "@" + number(release));
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
        signatures.sign(dist, pkg.text(), number(release));
        if (release.predicateType() != null) {
            var file = "/-/npm/v1/attestations/" + pkg.text() + "@" + number(release);
            dist.putObject("attestations")
                    .put("url", addresses.npm().resolve(file).toString())
                    .putObject("provenance")
                    .put("predicateType", release.predicateType());
        }
        return json;
    }

    /// Addresses of people are nobody's business, but clients expect the field.
    static void person(ObjectNode json, String name) {
        json.put("name", name).put("email", "");
    }

    static String text(ObjectNode json) {
        return EventJson.mapper().writeValueAsString(json);
    }

    private static String number(Release release) {
        return release.version().text();
    }
}
