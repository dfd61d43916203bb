package varve.query.pages.scope;

import java.util.List;
import varve.contract.scope.Role;
import varve.query.pages.PackageCard;
import varve.query.pages.Pager;
import varve.query.scope.ScopeView;
import varve.query.scope.Scopes.MemberView;

/// What the page about a scope shows.
///
/// @param reader id of whoever looks; empty for strangers
public record ScopePageView(
        ScopeView scope,
        List<PackageCard> packages,
        Pager pager,
        List<MemberView> members,
        String reader) {
    public boolean isMember() {
        return mayDo(Role.MEMBER);
    }

    public boolean isAdmin() {
        return mayDo(Role.ADMIN);
    }

    private boolean mayDo(Role least) {
        return members.stream()
                .anyMatch(member ->
                        member.user().id().equals(reader)
                                && Role.named(member.role()).suffices(least));
    }
}
