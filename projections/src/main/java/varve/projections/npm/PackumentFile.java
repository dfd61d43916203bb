package varve.projections.npm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import varve.artifacts.packument.Signatures;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.PublicAddresses;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.SourceRepository;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.EventJson;
import varve.projections.Moments;
import varve.projections.npm.Readmes.Readme;
import varve.projections.version.Listed;

/// The packument: all that npm clients need to choose a version. A yanked version is left out,
/// since npm knows no other way not to choose it.
@Component
public class PackumentFile {
    private final Blobs blobs;
    private final PublicAddresses addresses;
    private final Signatures signatures;
    private final Likers likers;
    private final Readmes readmes;

    PackumentFile(
            Blobs blobs,
            PublicAddresses addresses,
            Signatures signatures,
            Likers likers,
            Readmes readmes) {
        this.likers = likers;
        this.readmes = readmes;
        this.blobs = blobs;
        this.addresses = addresses;
        this.signatures = signatures;
    }

    public void write(
            PackageRef pkg,
            String description,
            @Nullable SourceRepository repository,
            List<Listed> versions,
            Map<String, String> tags) {
        var full = packument(pkg, description, repository, versions, tags);
        var latest = full.path("dist-tags").path("latest").asString("");
        Optional<Readme> readme =
                latest.isEmpty()
                        ? Optional.empty()
                        : readmes.ofSource(new VersionRef(pkg, VersionNumber.of(latest)));
        ReleasePackument.besides(full, likers.of(pkg), readme);
        Packument.of(full).lay(blobs);
    }

    ObjectNode packument(
            PackageRef pkg,
            String description,
            @Nullable SourceRepository repository,
            List<Listed> all,
            Map<String, String> set) {
        var versions = all.stream().filter(listed -> !listed.yanked()).toList();
        var packument = EventJson.mapper().createObjectNode();
        packument.put("name", pkg.npmName());
        packument.put("description", description);
        if (repository != null) {
            packument
                    .putObject("repository")
                    .put("type", "git")
                    .put(
                            "url",
                            "git+https://github.com/%s/%s.git"
                                    .formatted(repository.owner(), repository.name()));
        }
        var tags = packument.putObject("dist-tags");
        Listed.latestStable(versions)
                .or(() -> Listed.latestOfAll(versions))
                .ifPresent(latest -> tags.put("latest", latest.text()));
        var there = versions.stream().map(Listed::text).collect(Collectors.toSet());
        set.forEach((tag, version) -> {
            if (there.contains(version)) {
                tags.put(tag, version);
            }
        });
        var manifests = packument.putObject("versions");
        versions.forEach(
                listed -> manifests.set(listed.text(), manifest(pkg, description, listed)));
        times(packument.putObject("time"), versions);
        return packument;
    }

    /// The manifest inside the tarball, and where that tarball is.
    private ObjectNode manifest(PackageRef pkg, String description, Listed listed) {
        var manifest = (ObjectNode) EventJson.mapper().readTree(listed.npmPackageJson());
        manifest.put("description", description);
        if (!listed.deprecated().isEmpty()) {
            manifest.put("deprecated", listed.deprecated());
        }
        var dist = manifest.putObject("dist");
        var path =
                Paths.npmTarballPath(new VersionRef(pkg, listed.version()), listed.npmRevision());
        dist.put("tarball", addresses.npm().resolve("/" + path).toString());
        dist.put("shasum", listed.npmSha1());
        dist.put("integrity", "sha512-" + listed.npmSha512());
        signatures.sign(dist, pkg.npmName(), listed.text());
        return manifest;
    }

    private static void times(ObjectNode time, List<Listed> versions) {
        var moments = versions.stream().map(Listed::createdAt).sorted().toList();
        if (moments.isEmpty()) {
            return;
        }
        time.put("created", Moments.text(moments.getFirst()));
        time.put("modified", Moments.text(moments.getLast()));
        versions.forEach(listed -> time.put(listed.text(), Moments.text(listed.createdAt())));
    }
}
