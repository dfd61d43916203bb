package varve.query.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.query.audit.Membership.Held;
import varve.query.audit.Rights.Holder;
import varve.query.audit.Rights.Right;
import varve.query.transparency.LogProofs;
import varve.query.transparency.LogProofs.AsOf;

/// How things stood at any moment of the past, folded from the facts up to then. Each answer says
/// for which log it holds and names the facts that it follows from.
@RestController
class PastEndpoint {
    record ScopeThen(String scope, Map<String, Held> members, AsOf asOf) {}

    record PackageThen(PackagePast.View pkg, AsOf asOf) {}

    record PublishersThen(String pkg, List<Holder> publishers, AsOf asOf) {}

    /// @param right absent when it is not allowed
    /// @param refusal code of what they would have been told; absent when it is allowed
    record Decision(
            boolean allowed,
            String actor,
            String action,
            @Nullable Right right,
            @Nullable String refusal,
            AsOf asOf) {}

    private final Past past;
    private final Publishers publishers;
    private final Auditors auditors;
    private final Moments moments;
    private final LogProofs proofs;

    PastEndpoint(
            Past past,
            Publishers publishers,
            Auditors auditors,
            Moments moments,
            LogProofs proofs) {
        this.past = past;
        this.publishers = publishers;
        this.auditors = auditors;
        this.moments = moments;
        this.proofs = proofs;
    }

    /// @param asOf a position, an RFC 3339 moment, or nothing for now
    @GetMapping("/api/audit/scopes/{scope}")
    ScopeThen scope(
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable String asOf,
            Caller caller) {
        var name = ScopeName.of(scope);
        long known = auditors.may(caller, name.text());
        long upTo = moments.position(asOf);
        var steps = past.ofScope(name.text(), known, upTo);
        if (steps.isEmpty()) {
            throw new Refused(new Refusal.ScopeNotFound(name.text()));
        }
        var members = new Membership(name.text(), steps).at(upTo);
        return new ScopeThen(name.text(), members, proofs.asOf(upTo));
    }

    @GetMapping("/api/audit/scopes/{scope}/packages/{name}")
    PackageThen pkg(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String asOf,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        long known = auditors.may(caller, pkg.scope().text());
        long upTo = moments.position(asOf);
        var steps = past.ofPackage(pkg.text(), known, upTo);
        if (steps.isEmpty()) {
            throw new Refused(new Refusal.PackageNotFound(pkg.text()));
        }
        return new PackageThen(PackagePast.of(pkg.text(), steps), proofs.asOf(upTo));
    }

    /// Who could publish, and by which right.
    @GetMapping("/api/audit/scopes/{scope}/packages/{name}/publishers")
    PublishersThen publishers(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String asOf,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        long upTo = known(pkg.scope(), asOf, caller);
        return new PublishersThen(pkg.text(), publishers.at(pkg, upTo), proofs.asOf(upTo));
    }

    /// Whether somebody could publish, and by which right.
    ///
    /// @param actor as the log writes them, for example `user:0f…`
    @GetMapping("/api/audit/decision")
    Decision decision(
            @RequestParam String actor,
            @RequestParam String action,
            @RequestParam(name = "package") String pkg,
            @RequestParam(required = false) @Nullable String asOf,
            Caller caller) {
        var ref = PackageRef.of(pkg);
        if (!action.equals("publish")) {
            auditors.may(caller, ref.scope().text());
            throw new Refused(new Refusal.Malformed("'action' is publish"));
        }
        long upTo = known(ref.scope(), asOf, caller);
        var verdict = publishers.decision(ref, actor, upTo);
        return new Decision(
                verdict.right() != null,
                actor,
                action,
                verdict.right(),
                verdict.refusal(),
                proofs.asOf(upTo));
    }

    /// @return position of the last fact that counts
    /// @throws Refused when the caller may not know how things stood then
    private long known(ScopeName scope, @Nullable String asOf, Caller caller) {
        long known = auditors.may(caller, scope.text());
        long upTo = moments.position(asOf);
        if (upTo <= known) {
            throw new Refused(new Refusal.ScopeNotFound(scope.text()));
        }
        return upTo;
    }
}
