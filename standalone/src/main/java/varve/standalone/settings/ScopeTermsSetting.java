package varve.standalone.settings;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import varve.command.scope.NamePolicy;
import varve.command.scope.ScopeTerms;
import varve.contract.scope.ScopeQuota;
import varve.gateway.access.RateLimits;

/// Limits and names, as the operator sets them.
final class ScopeTermsSetting {
    private static final int MOST = 1_000_000;

    private ScopeTermsSetting() {}

    static ScopeTerms of(Given given) {
        var quota =
                new ScopeQuota(
                        given.number(Setting.PACKAGES_PER_SCOPE, 0, MOST),
                        given.number(Setting.NEW_PACKAGES_PER_WEEK, 0, MOST),
                        given.number(Setting.PUBLISH_ATTEMPTS_PER_WEEK, 0, MOST));
        return new ScopeTerms(given.number(Setting.SCOPES_PER_USER, 0, MOST), quota, names(given));
    }

    static RateLimits.Terms rates(Given given) {
        return new RateLimits.Terms(
                given.number(Setting.REQUESTS_PER_USER, 0, MOST),
                given.number(Setting.REQUESTS_PER_TOKEN, 0, MOST),
                given.number(Setting.REQUESTS_PER_ADDRESS, 0, MOST));
    }

    private static NamePolicy names(Given given) {
        var names = NamePolicy.standard();
        try {
            var reserved = given.optional(Setting.RESERVED_NAMES).map(Path::of);
            if (reserved.isPresent()) {
                names = names.withReserved(reserved.get());
            }
            var blocked = given.optional(Setting.BLOCKED_WORDS).map(Path::of);
            return blocked.isPresent() ? names.withBlocked(blocked.get()) : names;
        } catch (UncheckedIOException e) {
            throw new BadSetting("a list of names cannot be read: " + e.getMessage());
        }
    }
}
