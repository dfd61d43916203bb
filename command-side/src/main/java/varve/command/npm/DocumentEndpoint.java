package varve.command.npm;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;

/// Where npm clients put and delete documents.
@RestController
class DocumentEndpoint {
    /// Beyond it a body is worth being refused before it comes in.
    private static final int SMALL = 64 << 10;

    private static final String PACKAGE = "/~npm/@{scope}/{name}";

    private final Opening opening;
    private final Publication publication;
    private final Changes changes;
    private final Owners owners;
    private final Done.Answer done;

    DocumentEndpoint(
            Opening opening,
            Publication publication,
            Changes changes,
            Owners owners,
            Done.Answer done) {
        this.owners = owners;
        this.opening = opening;
        this.publication = publication;
        this.changes = changes;
        this.done = done;
    }

    /// Publishes when there is a tarball; deprecates otherwise.
    @PutMapping(PACKAGE)
    ResponseEntity<Done> put(
            @PathVariable String scope,
            @PathVariable String name,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var named = NpmName.of(scope, name);
        if (!(caller.actor() instanceof Actor.Workload)) {
            caller.person();
        }
        if (named.kind() == Kind.SOURCE) {
            return putSource(named, request, caller);
        }
        var pkg = named.pkg();
        if (request.getContentLengthLong() > SMALL) {
            opening.check(pkg, caller);
        }
        try (var document = read(pkg.text(), request)) {
            if (document.isAboutStars()) {
                return done.of(owners.star(pkg, document, caller), "package changed");
            }
            opening.check(pkg, caller);
            return document.tarball != null
                    ? done.of(
                            publication.publish(pkg, document, document.tarball, caller),
                            "created new package")
                    : done.of(changes.deprecate(named, document, caller), "package changed");
        }
    }

    /// Sources are published otherwise, but npm clients may warn of their versions and like them.
    private ResponseEntity<Done> putSource(NpmName named, HttpServletRequest request, Caller caller)
            throws IOException {
        try (var document = read(named.text(), request)) {
            if (document.tarball != null) {
                throw new Refused(new Refusal.OtherKindOfPackage(named.text()));
            }
            return document.isAboutStars()
                    ? done.of(owners.star(named.pkg(), document, caller), "package changed")
                    : done.of(changes.deprecate(named, document, caller), "package changed");
        }
    }

    @PutMapping(PACKAGE + "/-rev/{revision}")
    ResponseEntity<Done> replace(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String revision,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var pkg = PackageRef.of(scope, name);
        opening.check(pkg, caller);
        try (var document = read(pkg.text(), request)) {
            return document.isAboutOwners()
                    ? done.of(owners.set(pkg, document, revision, caller), "package changed")
                    : done.of(changes.retain(pkg, document, revision, caller), "package changed");
        }
    }

    @DeleteMapping(PACKAGE + "/-rev/{revision}")
    ResponseEntity<Done> delete(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String revision,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        return done.of(changes.clear(pkg, revision, caller), "package removed");
    }

    @DeleteMapping(PACKAGE + "/-/{file}/-rev/{revision}")
    ResponseEntity<Done> deleteTarball(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String file,
            Caller caller) {
        var ref = new VersionRef(PackageRef.of(scope, name), version(name, file));
        return done.of(changes.remove(ref, caller), "tarball removed");
    }

    static Document read(String name, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Body.LARGEST) {
            throw new Refused(new Refusal.BodyTooLarge(Body.LARGEST));
        }
        var document = DocumentReader.read(request.getInputStream());
        if (document.name != null && !document.name.equals(name)) {
            document.close();
            throw new Refused(new Refusal.Malformed("the document is not that of " + name));
        }
        return document;
    }

    private static VersionNumber version(String name, String file) {
        var prefix = name + "-";
        if (!file.startsWith(prefix) || !file.endsWith(".tgz")) {
            throw new Refused(
                    new Refusal.Malformed("'" + file + "' is no tarball of this package"));
        }
        return VersionNumber.of(file.substring(prefix.length(), file.length() - ".tgz".length()));
    }
}
