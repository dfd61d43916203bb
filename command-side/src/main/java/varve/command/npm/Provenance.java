package varve.command.npm;

import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.provenance.BundleVerifier;
import varve.artifacts.provenance.Proven;
import varve.artifacts.provenance.Unproven;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.attestation.AttestationFile;
import varve.command.ci.CiPolicy;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.ProvenanceRefusal;
import varve.contract.Refused;
import varve.contract.attestation.AttestationCommand.AttestVersion;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;

/// `npm publish --provenance`: what a client attests of its tarball is looked at before anything is
/// published, and told to whoever installs it.
@Component
class Provenance {
    private static final String SLSA = "https://slsa.dev/provenance/";

    private final BundleVerifier verifier;
    private final CiPolicy policy;
    private final Blobs blobs;
    private final Commands commands;
    private final JsonMapper json;

    Provenance(
            BundleVerifier verifier,
            CiPolicy policy,
            Blobs blobs,
            Commands commands,
            JsonMapper json) {
        this.verifier = verifier;
        this.policy = policy;
        this.blobs = blobs;
        this.commands = commands;
        this.json = json;
    }

    /// A bundle that is true of a tarball.
    record Found(String bundle, Proven proven) {}

    /// @throws Refused unless it is true of this tarball, by the word of an issuer that the
    ///   operator takes, and of the repository whose job sends it
    Found looked(String bundle, VersionRef ref, Tarball.Received tarball, Caller caller) {
        try {
            var sha512 = HexFormat.of().formatHex(Base64.getDecoder().decode(tarball.sha512()));
            var proven = verifier.verify(bundle, subject(ref), sha512);
            require(proven, caller);
            return new Found(bundle, proven);
        } catch (Unproven e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /// Before the version is published, so that it never is without.
    void lay(Found found, VersionRef ref, AttemptId attempt, Caller caller) {
        var proven = found.proven();
        var bundle = json.readTree(found.bundle());
        var file = AttestationFile.of(proven.predicateType(), bundle, json);
        blobs.put(Paths.uploadedAttestations(attempt), file, "application/json");
        commands.send(new AttestVersion(proven.about(ref, attempt)), caller);
    }

    private void require(Proven proven, Caller caller) {
        if (!proven.predicateType().startsWith(SLSA)) {
            throw refused("it is a statement of type " + proven.predicateType());
        }
        if (policy.issuers().stream().noneMatch(one -> one.issuer().equals(proven.issuer()))) {
            throw refused("nobody takes the word of " + proven.issuer() + " here");
        }
        if (caller.actor() instanceof Actor.Workload job && !proven.isOf(job.repository())) {
            throw refused("it is that of another job: " + proven.identity());
        }
    }

    /// As npm spells it, a package URL.
    private static String subject(VersionRef ref) {
        return "pkg:npm/" + ref.pkg().text().replace("@", "%40") + "@" + ref.version().text();
    }

    private static Refused refused(String why) {
        return new ProvenanceRefusal.Unsound(why).refused();
    }
}
