package varve.query.pages.scope;

import java.util.List;
import varve.query.pages.PackageCard;
import varve.query.pages.Pager;
import varve.query.scope.ScopeView;
import varve.query.scope.Scopes.MemberView;

/// What the page about a scope shows.
public record ScopePageView(
        ScopeView scope, List<PackageCard> packages, Pager pager, List<MemberView> members) {}
