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
        boolean isAdmin) {
    /// Whether they own a single npm package that has no scope.
    public boolean isSolo() {
        return scope.startsWith("~");
    }

    public String name() {
        return isSolo() ? scope.substring(1) : "@" + scope;
    }

    /// Of what is theirs.
    public String address() {
        return isSolo() ? "/@" + scope + "/" + name() : "/@" + scope;
    }

    public String picture() {
        return isSolo() ? address() + "/og" : address() + "/~/og";
    }
}
