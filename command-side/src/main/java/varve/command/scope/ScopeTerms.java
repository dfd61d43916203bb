package varve.command.scope;

import varve.contract.scope.ScopeQuota;

/// What holds for whoever staff has set nothing else for.
///
/// @param scopesPerUser that one person may own
/// @param names which names nobody may take
public record ScopeTerms(int scopesPerUser, ScopeQuota quota, NamePolicy names) {}
