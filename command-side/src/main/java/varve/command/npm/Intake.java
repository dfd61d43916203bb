package varve.command.npm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.pkg.Creation;
import varve.command.pkg.Pkg;
import varve.command.scope.Founding;
import varve.command.scope.Scope;
import varve.command.version.Version;
import varve.contract.Caller;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageCommand.SetTag;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionCommand.DeprecateVersion;
import varve.contract.version.VersionCommand.PublishNpm;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Packages that another registry had as its own, taken over with their bytes. They are looked at
/// as if they were published now; what was taken over before is passed by.
@Component
public class Intake {
    private final Commands commands;
    private final States states;
    private final Blobs blobs;
    private final Founding founding;
    private final Creation creation;

    Intake(Commands commands, States states, Blobs blobs, Founding founding, Creation creation) {
        this.founding = founding;
        this.creation = creation;
        this.commands = commands;
        this.states = states;
        this.blobs = blobs;
    }

    /// Makes room for a package.
    ///
    /// @param owner of its scope, when that is free
    /// @throws Refused when the name is taken by something else
    public void open(PackageRef pkg, UserId owner, Caller caller) {
        if (states.of(Scope.SUBJECT, pkg.scope().stream()) instanceof Scope.Free) {
            founding.claim(pkg.scope(), owner, true, caller);
        }
        if (states.of(Pkg.SUBJECT, pkg.stream()) instanceof Pkg.Absent) {
            creation.create(pkg, Kind.NPM, true, caller);
        }
    }

    /// Takes a version over.
    ///
    /// @param manifest what the other registry said of it
    /// @return false when it is here already
    /// @throws Refused when the bytes are not sound, or not what the other registry said
    /// @throws IOException when they cannot be read
    public boolean take(VersionRef ref, ObjectNode manifest, Path file, Caller caller)
            throws IOException {
        if (!(states.of(Version.SUBJECT, ref.stream()) instanceof Version.Absent)) {
            return false;
        }
        var said = new Manifest(manifest);
        said.checkNames(ref);
        try (var tarball = received(file)) {
            said.checkBytes(tarball);
            var release = Publication.release(ref, said, tarball);
            var attempt = new AttemptId(UUID.randomUUID());
            blobs.put(Paths.upload(attempt), tarball.file(), "application/gzip");
            commands.send(new PublishNpm(ref, attempt, release, TagName.LATEST), caller);
        }
        var deprecated = manifest.path("deprecated").asString("");
        if (!deprecated.isEmpty()) {
            commands.send(new DeprecateVersion(ref, deprecated), caller);
        }
        return true;
    }

    /// @return position of the fact
    public long tag(PackageRef pkg, TagName tag, String version, Caller caller) {
        return commands.send(new SetTag(pkg, tag, version), caller).position();
    }

    private static Tarball.Received received(Path file) throws IOException {
        var tarball = Tarball.create();
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(tarball);
            return tarball.received(-1);
        } catch (IOException | Refused e) {
            tarball.discard();
            throw e;
        }
    }
}
