package varve.contract.scope;

import varve.contract.Refusal;
import varve.contract.Refused;

/// How much a scope may hold and do; raised by staff.
///
/// @param packages at any time
/// @param newPackages within seven days
/// @param attempts to publish within seven days, failed ones included
public record ScopeQuota(int packages, int newPackages, int attempts) {
    /// JSR's.
    public static final ScopeQuota STANDARD = new ScopeQuota(100, 20, 1000);

    public ScopeQuota {
        if (packages < 0 || newPackages < 0 || attempts < 0) {
            throw new Refused(new Refusal.Malformed("a limit is not negative"));
        }
    }
}
