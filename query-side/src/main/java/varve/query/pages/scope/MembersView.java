package varve.query.pages.scope;

import java.util.List;
import varve.query.scope.Invites.InviteView;
import varve.query.scope.Scopes.MemberView;

/// Who belongs to a scope, and who is asked to.
///
/// @param me id of the reader; empty for strangers
/// @param invites only admins see them
/// @param isAdmin whether the reader may change this
public record MembersView(
        String scope,
        String me,
        List<MemberView> members,
        List<InviteView> invites,
        boolean isAdmin) {}
