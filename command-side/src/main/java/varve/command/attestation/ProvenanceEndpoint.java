package varve.command.attestation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.provenance.JsrBundleVerifier;
import varve.artifacts.provenance.Proven;
import varve.artifacts.provenance.Unproven;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.Access;
import varve.command.ci.CiPolicy;
import varve.command.pkg.Pkg;
import varve.command.version.Version;
import varve.contract.Caller;
import varve.contract.ProvenanceRefusal;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.Written;
import varve.contract.attestation.AttestationCommand.AttestVersion;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Where a package of sources was published from: `deno publish` in a job sends what it had signed
/// once the version is there.
@RestController
class ProvenanceEndpoint {
    /// JSR's limit.
    private static final Duration IN_TIME = Duration.ofMinutes(2);

    private static final String PUBLISHED_AT =
            "select created_at from varve_read.version where (scope, name, version) = (?, ?, ?)";

    private final Access access;
    private final JsrBundleVerifier verifier;
    private final CiPolicy policy;
    private final States states;
    private final Commands commands;
    private final Blobs blobs;
    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    ProvenanceEndpoint(
            Access access,
            JsrBundleVerifier verifier,
            CiPolicy policy,
            States states,
            Commands commands,
            Blobs blobs,
            JdbcClient db,
            JsonMapper json,
            Clock clock) {
        this.access = access;
        this.verifier = verifier;
        this.policy = policy;
        this.states = states;
        this.commands = commands;
        this.blobs = blobs;
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    record Sent(@Nullable JsonNode bundle) {}

    @PostMapping("/api/scopes/{scope}/packages/{name}/versions/{version}/provenance")
    Written attest(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @RequestBody Sent sent,
            Caller caller) {
        var ref = new VersionRef(PackageRef.of(scope, name), VersionNumber.of(version));
        access.publisher(caller, ref);
        var attempt = published(ref);
        var bundle = Refused.unlessGiven(sent.bundle(), "bundle");
        var attestation = proven(bundle, ref).about(ref, attempt);
        if (states.of(Attested.SUBJECT, attestation.stream()).so()) {
            throw new ProvenanceRefusal.Attested(ref.text()).refused();
        }
        blobs.put(
                Paths.attestations(ref),
                AttestationFile.of(attestation.predicateType(), bundle, json),
                "application/json");
        return Written.silently(commands.send(new AttestVersion(attestation), caller).position());
    }

    /// With which attempt the version came, a moment ago.
    private AttemptId published(VersionRef ref) {
        if (!(states.of(Version.SUBJECT, ref.stream()) instanceof Version.Published(var by, _))) {
            throw new Refused(new Refusal.VersionNotFound(ref.text()));
        }
        var at =
                db.sql(PUBLISHED_AT)
                        .params(
                                ref.pkg().scope().text(),
                                ref.pkg().name().text(),
                                ref.version().text())
                        .query((row, _) -> row.getTimestamp(1).toInstant())
                        .optional()
                        .orElse(Instant.EPOCH);
        if (clock.instant().isAfter(at.plus(IN_TIME))) {
            throw new ProvenanceRefusal.TooLate(ref.text()).refused();
        }
        return by;
    }

    private Proven proven(JsonNode bundle, VersionRef ref) {
        var meta =
                blobs.bytes(Paths.versionMeta(ref))
                        .orElseThrow(() -> new Refused(new Refusal.VersionNotFound(ref.text())));
        try {
            var proven = verifier.verify(bundle, "pkg:jsr/" + ref.text(), Sha256.hex(meta));
            require(proven, ref);
            return proven;
        } catch (Unproven e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /// By the word of an issuer that the operator takes, and of the repository to which the package
    /// is linked, if it is linked.
    private void require(Proven proven, VersionRef ref) {
        if (policy.issuers().stream().noneMatch(one -> one.issuer().equals(proven.issuer()))) {
            throw refused("nobody takes the word of " + proven.issuer() + " here");
        }
        var linked =
                states.of(Pkg.SUBJECT, ref.pkg().stream())
                        .known()
                        .map(pkg -> pkg.details().repository());
        if (linked.isPresent() && !proven.isOf(linked.get().owner() + "/" + linked.get().name())) {
            throw refused("it is that of another repository: " + proven.identity());
        }
    }

    private static Refused refused(String why) {
        return new ProvenanceRefusal.Unsound(why).refused();
    }
}
