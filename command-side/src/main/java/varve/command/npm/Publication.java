package varve.command.npm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.artifacts.Faulted;
import varve.artifacts.upload.NpmArchive;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.ci.SingleUse;
import varve.command.version.Version;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.NpmRelease;
import varve.contract.version.VersionCommand.PublishNpm;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// `npm publish`: everything is checked first, then the bytes go to the shelf, and then one command
/// says so. Each tarball waits under a name of its own until the log has decided, so of two that
/// come at the same moment the winner's bytes stay.
@Component
class Publication {
    private final Opening opening;
    private final Commands commands;
    private final States states;
    private final Blobs blobs;
    private final SingleUse identities;
    private final Provenance provenance;

    Publication(
            Opening opening,
            Commands commands,
            States states,
            Blobs blobs,
            SingleUse identities,
            Provenance provenance) {
        this.provenance = provenance;
        this.identities = identities;
        this.opening = opening;
        this.commands = commands;
        this.states = states;
        this.blobs = blobs;
    }

    /// A version that may be published as far as it can be said beforehand.
    ///
    /// @param provenance absent when none was sent
    record Checked(
            VersionRef ref,
            TagName tag,
            NpmRelease release,
            Provenance.@Nullable Found provenance) {}

    /// @return position of the fact
    long publish(PackageRef pkg, Document document, Tarball.Received tarball, Caller caller)
            throws IOException {
        var checked = checked(pkg, document, tarball, caller);
        return publish(checked, document.isRestricted(), tarball, caller);
    }

    /// Looks at everything but whether the log takes it.
    Checked checked(PackageRef pkg, Document document, Tarball.Received tarball, Caller caller)
            throws IOException {
        var ref = new VersionRef(pkg, onlyVersion(document));
        var tag = tag(document, ref);
        var manifest = new Manifest(Objects.requireNonNull(document.manifest));
        manifest.checkNames(ref);
        if (!caller.grant().maySend(ref, tarball.sha256())) {
            throw new Refused(new Refusal.MissingPermission());
        }
        refuseIfTaken(ref);
        identities.take(caller, ref);
        manifest.checkBytes(tarball);
        var bundle = document.provenance;
        var found = bundle == null ? null : provenance.looked(bundle, ref, tarball, caller);
        return new Checked(ref, tag, release(ref, manifest, tarball), found);
    }

    private long publish(
            Checked checked, boolean restricted, Tarball.Received tarball, Caller caller) {
        var ref = checked.ref();
        var attempt = new AttemptId(UUID.randomUUID());
        lay(checked, attempt, tarball, caller);
        try {
            opening.make(ref.pkg(), restricted, caller);
            return commands.send(
                            new PublishNpm(ref, attempt, checked.release(), checked.tag()), caller)
                    .position();
        } catch (Refused refused) {
            if (isFinal(refused.refusal())) {
                blobs.remove(Paths.upload(attempt));
                blobs.remove(Paths.uploadedAttestations(attempt));
            }
            throw refused;
        }
    }

    /// Bytes before words.
    void lay(Checked checked, AttemptId attempt, Tarball.Received tarball, Caller caller) {
        blobs.put(Paths.upload(attempt), tarball.file(), "application/gzip");
        if (checked.provenance() != null) {
            provenance.lay(checked.provenance(), checked.ref(), attempt, caller);
        }
    }

    /// When the trouble is ours, the fact may be in the log after all, and the bytes are needed.
    private static boolean isFinal(Refusal refusal) {
        return !(refusal instanceof Refusal.Unavailable || refusal instanceof Refusal.Contended);
    }

    static NpmRelease release(VersionRef ref, Manifest manifest, Tarball.Received tarball)
            throws IOException {
        var archive = look(tarball);
        boolean scripts = Manifest.inside(archive.packageJson(), ref);
        return new NpmRelease(
                tarball.sha1(),
                tarball.sha512(),
                tarball.size(),
                archive.files(),
                archive.unpackedSize(),
                scripts || archive.bindingGyp(),
                manifest.kept());
    }

    private static NpmArchive look(Tarball.Received tarball) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(tarball.file()))) {
            return NpmArchive.read(in);
        } catch (Faulted faulted) {
            throw new Refused(new Refusal.UnsoundTarball(String.valueOf(faulted.getMessage())));
        }
    }

    private void refuseIfTaken(VersionRef ref) {
        if (!(states.of(Version.SUBJECT, ref.stream()) instanceof Version.Absent)) {
            throw new Refused(new Refusal.AlreadyPublished(ref.text()));
        }
    }

    private static VersionNumber onlyVersion(Document document) {
        var versions = document.deprecations().keySet();
        if (versions.size() != 1) {
            throw new Refused(new Refusal.Malformed("exactly one version is published at a time"));
        }
        return VersionNumber.of(versions.iterator().next());
    }

    private static TagName tag(Document document, VersionRef ref) {
        var tags = document.tags();
        if (tags.isEmpty()) {
            return TagName.LATEST;
        }
        var only = tags.entrySet().iterator().next();
        if (tags.size() != 1 || !only.getValue().equals(ref.version().text())) {
            throw new Refused(
                    new Refusal.Malformed("one dist-tag points to the version that is published"));
        }
        return TagName.of(only.getKey());
    }
}
