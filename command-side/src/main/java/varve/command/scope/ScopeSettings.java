package varve.command.scope;

import org.jspecify.annotations.Nullable;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.CiActorVerified;
import varve.contract.scope.ScopeEvent.CiRequired;
import varve.contract.scope.ScopeEvent.ScopeQuotaSet;
import varve.contract.scope.ScopeEvent.ScopeVisibilitySet;
import varve.contract.scope.ScopeQuota;
import varve.contract.scope.Visibility;

/// How a scope is set up.
///
/// @param ciRequired whether only CI may publish
/// @param ciActorVerified whether CI may publish only when a member set it off
/// @param quota set by staff for this scope
public record ScopeSettings(
        boolean ciRequired,
        boolean ciActorVerified,
        Visibility visibility,
        @Nullable ScopeQuota quota) {
    /// JSR's, for a new scope.
    static final ScopeSettings STANDARD = new ScopeSettings(false, true, Visibility.PUBLIC, null);

    ScopeSettings on(ScopeEvent event) {
        return switch (event) {
            case CiRequired(_, var required) ->
                    new ScopeSettings(required, ciActorVerified, visibility, quota);
            case CiActorVerified(_, var verified) ->
                    new ScopeSettings(ciRequired, verified, visibility, quota);
            case ScopeVisibilitySet(_, var set) ->
                    new ScopeSettings(ciRequired, ciActorVerified, set, quota);
            case ScopeQuotaSet(_, var set) ->
                    new ScopeSettings(ciRequired, ciActorVerified, visibility, set);
            default -> this;
        };
    }
}
