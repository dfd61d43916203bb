package varve.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.query.audit.AuditEntries.Entry;
import varve.query.audit.AuditEntries.Wanted;
import varve.query.audit.Proved.Proof;
import varve.query.audit.Rights.Right;
import varve.query.transparency.LogProofs;
import varve.query.transparency.LogProofs.AsOf;

/// Who did what, when, by which right and with which credential: every fact in log order, refused
/// commands included.
@RestController
class AuditEndpoint {
    private static final int MOST = 1000;
    private static final int MOST_PROVED = 100;

    /// @param right by which it came about; absent where none was needed
    /// @param proof that it is in the log, when asked for
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(@JsonUnwrapped Entry entry, @Nullable Right right, @Nullable Proof proof) {}

    /// @param next give it as `after` for what follows; absent at the end
    record Answer(List<Shown> items, @Nullable Long next, AsOf asOf) {}

    private final AuditEntries entries;
    private final Auditors auditors;
    private final Moments moments;
    private final Rights rights;
    private final Proved proved;
    private final LogProofs proofs;

    AuditEndpoint(
            AuditEntries entries,
            Auditors auditors,
            Moments moments,
            Rights rights,
            Proved proved,
            LogProofs proofs) {
        this.entries = entries;
        this.auditors = auditors;
        this.moments = moments;
        this.rights = rights;
        this.proved = proved;
        this.proofs = proofs;
    }

    /// @param event stored name, for example `version.yanked`
    /// @param staff only what staff did as staff
    /// @param since an RFC 3339 moment, as is `until`
    /// @param after a position
    /// @param asOf a position or a moment, beyond which nothing counts
    @GetMapping("/api/audit")
    Answer entries(
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(name = "package", required = false) @Nullable String pkg,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String credential,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(defaultValue = "false") boolean staff,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(name = "proofs", defaultValue = "false") boolean prove,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        long known = auditors.may(caller, Optional.ofNullable(scope).orElse(scopeOf(pkg)));
        int most = prove ? MOST_PROVED : MOST;
        if (limit < 1 || limit > most) {
            throw new Refused(new Refusal.Malformed("'limit' is between 1 and " + most));
        }
        var upTo = moments.position(asOf);
        var items =
                entries.find(
                        new Wanted(
                                scope,
                                pkg,
                                actor,
                                credential,
                                event,
                                staff,
                                Moments.momentOrNull(since),
                                Moments.momentOrNull(until),
                                Math.max(after, known),
                                upTo,
                                limit));
        var log = proofs.asOf(upTo);
        return new Answer(
                shown(items, prove, log),
                items.size() < limit ? null : items.getLast().position(),
                log);
    }

    private List<Shown> shown(List<Entry> items, boolean prove, AsOf log) {
        var lookup = rights.lookup();
        var batch = proofs.batch(log.size());
        return items.stream()
                .map(entry ->
                        new Shown(
                                entry,
                                lookup.of(entry).orElse(null),
                                prove ? proved.proof(entry.position(), batch) : null))
                .toList();
    }

    /// A module has none.
    private static @Nullable String scopeOf(@Nullable String pkg) {
        return pkg == null || !pkg.startsWith("@") ? null : PackageRef.of(pkg).scope().text();
    }
}
