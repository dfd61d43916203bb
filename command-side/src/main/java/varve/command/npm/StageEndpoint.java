package varve.command.npm;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.account.Passkeys;
import varve.command.account.SecondFactor;
import varve.command.npm.account.PresenceGate;
import varve.contract.Caller;
import varve.contract.NpmRefusal;
import varve.contract.ReadBack;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.stage.StageId;

/// `npm stage`: handing in, approving and rejecting. Who approves or rejects is a person with a
/// second factor who shows it, whatever their token was made for.
@RestController
class StageEndpoint {
    private static final String STAGE = "/~npm/-/stage/{id}";

    private final Opening opening;
    private final Staging staging;
    private final SecondFactor second;
    private final Passkeys passkeys;
    private final PresenceGate gate;
    private final Done.Answer done;
    private final ReadBack readBack;
    private final Blobs blobs;

    StageEndpoint(
            Opening opening,
            Staging staging,
            SecondFactor second,
            Passkeys passkeys,
            PresenceGate gate,
            Done.Answer done,
            ReadBack readBack,
            Blobs blobs) {
        this.opening = opening;
        this.staging = staging;
        this.second = second;
        this.passkeys = passkeys;
        this.gate = gate;
        this.done = done;
        this.readBack = readBack;
        this.blobs = blobs;
    }

    record Handed(boolean success, String stageId) {}

    @PostMapping("/~npm/-/stage/package/@{scope}/{name}")
    ResponseEntity<Handed> stage(
            @PathVariable String scope,
            @PathVariable String name,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var pkg = PackageRef.of(scope, name);
        opening.checkStaging(pkg, caller);
        try (var document = DocumentEndpoint.read(pkg.text(), request)) {
            if (document.tarball == null) {
                throw new Refused(new Refusal.Malformed("there is no tarball in the document"));
            }
            var staged = staging.stage(pkg, document, document.tarball, caller);
            readBack.await(staged.position(), ReadBack.PATIENCE);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(new Handed(true, staged.id().text()));
        }
    }

    @GetMapping(STAGE + "/tarball")
    ResponseEntity<byte[]> tarball(@PathVariable String id, Caller caller) {
        var stage = StageId.of(id);
        staging.waiting(stage, caller);
        var bytes =
                blobs.bytes(Paths.upload(stage.attempt()))
                        .orElseThrow(() -> new NpmRefusal.StageNotFound(id).refused());
        return ResponseEntity.ok()
                .header("Content-Type", "application/octet-stream")
                .header("Cache-Control", "private, no-store")
                .body(bytes);
    }

    @PostMapping(STAGE + "/approve")
    ResponseEntity<Done> approve(
            @PathVariable String id, HttpServletRequest request, Caller caller) {
        var stage = StageId.of(id);
        staging.waiting(stage, caller);
        requirePresence(request, caller);
        return done.of(staging.approve(stage, caller), "created new package");
    }

    @DeleteMapping(STAGE)
    ResponseEntity<Done> reject(
            @PathVariable String id, HttpServletRequest request, Caller caller) {
        var stage = StageId.of(id);
        staging.waiting(stage, caller);
        requirePresence(request, caller);
        return done.of(staging.reject(stage, caller), "staged package rejected");
    }

    private void requirePresence(HttpServletRequest request, Caller caller) {
        var user = caller.person();
        if (!second.isOn(user) && !passkeys.has(user)) {
            throw new NpmRefusal.SecondFactorMissing().refused();
        }
        gate.check(user, request, caller);
    }
}
