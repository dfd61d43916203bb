package varve.command.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand.AcceptInvite;
import varve.contract.scope.ScopeCommand.AddMember;
import varve.contract.scope.ScopeCommand.ChangeRole;
import varve.contract.scope.ScopeCommand.InviteMember;
import varve.contract.scope.ScopeCommand.RemoveMember;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.InviteDeclined;
import varve.contract.scope.ScopeEvent.InviteWithdrawn;
import varve.contract.scope.ScopeEvent.MemberInvited;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.MemberLeft;
import varve.contract.scope.ScopeEvent.OwnershipPassed;
import varve.contract.scope.ScopeEvent.RoleChanged;
import varve.contract.scope.ScopeName;

/// Who belongs to a scope and who is invited, each in the order in which they came.
public record Membership(List<Member> members, List<Member> invited) {
    static final Membership NOBODY = new Membership(List.of(), List.of());

    /// @param role that they have, or will have
    public record Member(UserId user, Role role) {}

    public Membership {
        members = List.copyOf(members);
        invited = List.copyOf(invited);
    }

    Optional<Role> role(UserId user) {
        return find(members, user).map(Member::role);
    }

    /// Those who could own the scope instead of somebody, longest admins first.
    List<UserId> heirs(UserId instead) {
        return members.stream()
                .filter(m -> m.role() == Role.ADMIN && !m.user().equals(instead))
                .map(Member::user)
                .toList();
    }

    /// @throws Refused when they are not invited
    Member invited(ScopeName scope, UserId user) {
        return find(invited, user)
                .orElseThrow(() -> new Refused(new Refusal.InviteNotFound(scope.text())));
    }

    /// Never takes rights away: who may do as much already keeps what they have.
    List<ScopeEvent> add(AddMember command) {
        return role(command.user()).filter(has -> has.suffices(command.role())).isPresent()
                ? List.of()
                : List.of(new MemberJoined(command.scope(), command.user(), command.role()));
    }

    List<ScopeEvent> invite(InviteMember command) {
        var scope = command.scope();
        if (role(command.user()).isPresent()) {
            throw new Refused(new Refusal.AlreadyScopeMember(scope.text()));
        }
        if (find(invited, command.user()).isPresent()) {
            throw new Refused(new Refusal.OfScopes.AlreadyInvited(scope.text()));
        }
        return List.of(new MemberInvited(scope, command.user(), command.by(), command.role()));
    }

    List<ScopeEvent> accept(AcceptInvite command) {
        var invite = invited(command.scope(), command.user());
        return List.of(new MemberJoined(command.scope(), command.user(), invite.role()));
    }

    List<ScopeEvent> change(ChangeRole command) {
        var role = member(command.user());
        if (role == command.role()) {
            return List.of();
        }
        if (role == Role.ADMIN) {
            keepAnAdmin(command.scope(), command.user());
        }
        return List.of(new RoleChanged(command.scope(), command.user(), command.role()));
    }

    /// An owner leaves only to an heir, so that each scope counts against somebody's limit.
    List<ScopeEvent> remove(RemoveMember command, UserId owner) {
        var scope = command.scope();
        if (member(command.user()) == Role.ADMIN) {
            keepAnAdmin(scope, command.user());
        }
        var left = new MemberLeft(scope, command.user());
        if (!command.user().equals(owner)) {
            return List.of(left);
        }
        return List.of(left, new OwnershipPassed(scope, heir(command)));
    }

    private UserId heir(RemoveMember command) {
        @Nullable UserId heir = command.heir();
        if (heir == null || !heirs(command.user()).contains(heir)) {
            throw new Refused(new Refusal.OfScopes.NoOwnerAvailable(command.scope().text()));
        }
        return heir;
    }

    Membership on(ScopeEvent event) {
        return switch (event) {
            case MemberJoined(_, var user, var role) ->
                    new Membership(
                            with(without(members, user), new Member(user, role)),
                            without(invited, user));
            case RoleChanged(_, var user, var role) ->
                    new Membership(
                            members.stream()
                                    .map(m -> m.user().equals(user) ? new Member(user, role) : m)
                                    .toList(),
                            invited);
            case MemberLeft(_, var user) -> new Membership(without(members, user), invited);
            case MemberInvited(_, var user, _, var role) ->
                    new Membership(members, with(invited, new Member(user, role)));
            case InviteDeclined(_, var user) -> new Membership(members, without(invited, user));
            case InviteWithdrawn(_, var user) -> new Membership(members, without(invited, user));
            default -> this;
        };
    }

    private Role member(UserId user) {
        return role(user).orElseThrow(() -> new Refused(new Refusal.MemberNotFound(user.text())));
    }

    private void keepAnAdmin(ScopeName scope, UserId leaving) {
        if (heirs(leaving).isEmpty()) {
            throw new Refused(new Refusal.OfScopes.ScopeMustHaveAdmin(scope.text()));
        }
    }

    private static Optional<Member> find(List<Member> among, UserId user) {
        return among.stream().filter(m -> m.user().equals(user)).findFirst();
    }

    private static List<Member> without(List<Member> among, UserId user) {
        return among.stream().filter(m -> !m.user().equals(user)).toList();
    }

    private static List<Member> with(List<Member> among, Member member) {
        var more = new ArrayList<>(among);
        more.add(member);
        return more;
    }
}
