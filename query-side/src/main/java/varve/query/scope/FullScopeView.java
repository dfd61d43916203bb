package varve.query.scope;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import varve.query.account.UserView;

/// JSR's FullScope: what only admins of the scope and staff may see.
///
/// @param visibility `public` or `private`
/// @param looksLike a scope whose name is nearly this one's
public record FullScopeView(
        String scope,
        String description,
        Instant updatedAt,
        Instant createdAt,
        UserView creator,
        Quotas quotas,
        boolean ghActionsVerifyActor,
        boolean requirePublishingFromCI,
        String visibility,
        @Nullable String looksLike) {

    /// What is used, and how much there may be.
    public record Quotas(
            int packageUsage,
            int packageLimit,
            int newPackagePerWeekUsage,
            int newPackagePerWeekLimit,
            int publishAttemptsPerWeekUsage,
            int publishAttemptsPerWeekLimit) {}
}
