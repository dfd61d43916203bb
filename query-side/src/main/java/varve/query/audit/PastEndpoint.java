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

    record Publishers(String pkg, List<Holder> publishers, AsOf asOf) {}

    /// @param right absent when it is not allowed
    record Decision(
            boolean allowed, String actor, String action, @Nullable Right right, AsOf asOf) {}

    private final Past past;
    private final Rights rights;
    private final Auditors auditors;
    private final Moments moments;
    private final LogProofs proofs;

    PastEndpoint(Past past, Rights rights, Auditors auditors, Moments moments, LogProofs proofs) {
        this.past = past;
        this.rights = rights;
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
        auditors.may(caller, name.text());
        long upTo = moments.position(asOf);
        if (past.ofScope(name.text(), upTo).isEmpty()) {
            throw new Refused(new Refusal.ScopeNotFound(name.text()));
        }
        return new ScopeThen(name.text(), past.members(name.text()).at(upTo), proofs.asOf(upTo));
    }

    @GetMapping("/api/audit/scopes/{scope}/packages/{name}")
    PackageThen pkg(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String asOf,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        auditors.may(caller, pkg.scope().text());
        long upTo = moments.position(asOf);
        var steps = past.ofPackage(pkg.text(), upTo);
        if (steps.isEmpty()) {
            throw new Refused(new Refusal.PackageNotFound(pkg.text()));
        }
        return new PackageThen(PackagePast.of(pkg.text(), steps), proofs.asOf(upTo));
    }

    /// Who could publish, and by which right.
    @GetMapping("/api/audit/scopes/{scope}/packages/{name}/publishers")
    Publishers publishers(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String asOf,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        auditors.may(caller, pkg.scope().text());
        long upTo = moments.position(asOf);
        return new Publishers(
                pkg.text(), rights.publishers(pkg.scope().text(), upTo), proofs.asOf(upTo));
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
        auditors.may(caller, ref.scope().text());
        if (!action.equals("publish")) {
            throw new Refused(new Refusal.Malformed("'action' is publish"));
        }
        long upTo = moments.position(asOf);
        var right =
                rights.publishers(ref.scope().text(), upTo).stream()
                        .filter(holder -> holder.actor().equals(actor))
                        .map(Holder::right)
                        .findFirst();
        return new Decision(
                right.isPresent(), actor, action, right.orElse(null), proofs.asOf(upTo));
    }
}
