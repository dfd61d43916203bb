package varve.command.scope;

import java.util.List;
import java.util.Optional;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand;
import varve.contract.scope.ScopeCommand.AcceptInvite;
import varve.contract.scope.ScopeCommand.AddMember;
import varve.contract.scope.ScopeCommand.AdmitPackage;
import varve.contract.scope.ScopeCommand.ChangeRole;
import varve.contract.scope.ScopeCommand.ClaimScope;
import varve.contract.scope.ScopeCommand.CreateScope;
import varve.contract.scope.ScopeCommand.DeclineInvite;
import varve.contract.scope.ScopeCommand.DeleteScope;
import varve.contract.scope.ScopeCommand.DescribeScope;
import varve.contract.scope.ScopeCommand.DismissPackage;
import varve.contract.scope.ScopeCommand.FlagScope;
import varve.contract.scope.ScopeCommand.InviteMember;
import varve.contract.scope.ScopeCommand.RemoveMember;
import varve.contract.scope.ScopeCommand.RequireCi;
import varve.contract.scope.ScopeCommand.SetScopeQuota;
import varve.contract.scope.ScopeCommand.SetScopeVisibility;
import varve.contract.scope.ScopeCommand.VerifyCiActor;
import varve.contract.scope.ScopeCommand.WithdrawInvite;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.CiActorVerified;
import varve.contract.scope.ScopeEvent.CiRequired;
import varve.contract.scope.ScopeEvent.InviteDeclined;
import varve.contract.scope.ScopeEvent.InviteWithdrawn;
import varve.contract.scope.ScopeEvent.MemberInvited;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.MemberLeft;
import varve.contract.scope.ScopeEvent.OwnershipPassed;
import varve.contract.scope.ScopeEvent.PackageAdmitted;
import varve.contract.scope.ScopeEvent.PackageDismissed;
import varve.contract.scope.ScopeEvent.RoleChanged;
import varve.contract.scope.ScopeEvent.ScopeCreated;
import varve.contract.scope.ScopeEvent.ScopeDeleted;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.contract.scope.ScopeEvent.ScopeFlagged;
import varve.contract.scope.ScopeEvent.ScopeQuotaSet;
import varve.contract.scope.ScopeEvent.ScopeVisibilitySet;
import varve.contract.scope.ScopeName;
import varve.eventlog.Subject;

/// What must be remembered of a scope: whether somebody owns it, who belongs to it, and what it has
/// room for. All of it is one stream, so that of two admins who demote each other at once, or of
/// fifty packages that come at once, the store's conflict check decides.
public sealed interface Scope {
    int SNAPSHOT_EVERY = 100;

    Subject<Scope, ScopeCommand, ScopeEvent> SUBJECT =
            Rules.of("scope", Scope.class, new Free(), Scope::decide, Scope::on)
                    .withSnapshotEvery(SNAPSHOT_EVERY);

    record Free() implements Scope {}

    /// @param name as its creator spelled it; other spellings of it name no scope
    /// @param owner whose limit it counts against
    record Owned(
            ScopeName name,
            UserId owner,
            String description,
            ScopeSettings settings,
            Membership people,
            Rooms rooms)
            implements Scope {}

    /// The role a person has here, if any.
    default Optional<Role> role(UserId user) {
        return switch (this) {
            case Free() -> Optional.empty();
            case Owned owned -> owned.people().role(user);
        };
    }

    /// Whether a scope exists under exactly this spelling.
    default boolean exists(ScopeName spelled) {
        return this instanceof Owned owned && owned.name().equals(spelled);
    }

    default List<ScopeEvent> decide(ScopeCommand command) {
        return switch (command) {
            case CreateScope create -> {
                create.scope().requirePlain();
                yield create(create);
            }
            case ClaimScope(var name, var claimant) -> create(new CreateScope(name, claimant, ""));
            default -> decideOn(owned(command.scope()), command);
        };
    }

    private static List<ScopeEvent> decideOn(Owned scope, ScopeCommand command) {
        return switch (command) {
            case CreateScope _, ClaimScope _ ->
                    throw new Refused(new Refusal.ScopeAlreadyExists(command.scope().text()));
            case DescribeScope(var name, var text) ->
                    unless(scope.description().equals(text), new ScopeDescribed(name, text));
            case RequireCi(var name, var required) ->
                    unless(
                            scope.settings().ciRequired() == required,
                            new CiRequired(name, required));
            case VerifyCiActor(var name, var verified) ->
                    unless(
                            scope.settings().ciActorVerified() == verified,
                            new CiActorVerified(name, verified));
            case SetScopeVisibility(var name, var visibility) ->
                    unless(
                            scope.settings().visibility() == visibility,
                            new ScopeVisibilitySet(name, visibility));
            case SetScopeQuota(var name, var quota) ->
                    unless(quota.equals(scope.settings().quota()), new ScopeQuotaSet(name, quota));
            case FlagScope(var name, var other) -> List.of(new ScopeFlagged(name, other));
            case AddMember add -> scope.people().add(add);
            case InviteMember invite -> scope.people().invite(invite);
            case AcceptInvite accept -> scope.people().accept(accept);
            case DeclineInvite(var name, var user) -> {
                scope.people().invited(name, user);
                yield List.of(new InviteDeclined(name, user));
            }
            case WithdrawInvite(var name, var user) -> {
                scope.people().invited(name, user);
                yield List.of(new InviteWithdrawn(name, user));
            }
            case ChangeRole change -> scope.people().change(change);
            case RemoveMember remove -> scope.people().remove(remove, scope.owner());
            case AdmitPackage admit -> scope.rooms().admit(admit, scope.settings().quota());
            case DismissPackage(var name, var pkg) ->
                    unless(!scope.rooms().has(pkg), new PackageDismissed(name, pkg));
            case DeleteScope(var name) -> {
                if (!scope.rooms().isEmpty()) {
                    throw new Refused(new Refusal.OfScopes.ScopeNotEmpty(name.text()));
                }
                yield List.of(new ScopeDeleted(name));
            }
        };
    }

    default Scope on(ScopeEvent event) {
        return switch (event) {
            case ScopeCreated(var name, var creator) ->
                    new Owned(
                            name,
                            creator,
                            "",
                            ScopeSettings.STANDARD,
                            Membership.NOBODY,
                            Rooms.EMPTY);
            case ScopeDeleted _ -> new Free();
            default ->
                    switch (this) {
                        case Free() -> this;
                        case Owned owned -> after(owned, event);
                    };
        };
    }

    private static Scope after(Owned scope, ScopeEvent event) {
        return switch (event) {
            case ScopeCreated _, ScopeDeleted _, ScopeFlagged _ -> scope;
            case ScopeDescribed(_, var text) ->
                    new Owned(
                            scope.name(),
                            scope.owner(),
                            text,
                            scope.settings(),
                            scope.people(),
                            scope.rooms());
            case OwnershipPassed(_, var owner) ->
                    new Owned(
                            scope.name(),
                            owner,
                            scope.description(),
                            scope.settings(),
                            scope.people(),
                            scope.rooms());
            case CiRequired _, CiActorVerified _, ScopeVisibilitySet _, ScopeQuotaSet _ ->
                    with(scope, scope.settings().on(event));
            case MemberJoined _,
                    RoleChanged _,
                    MemberLeft _,
                    MemberInvited _,
                    InviteDeclined _,
                    InviteWithdrawn _ ->
                    with(scope, scope.people().on(event));
            case PackageAdmitted _, PackageDismissed _ -> with(scope, scope.rooms().on(event));
        };
    }

    private static Scope with(Owned s, ScopeSettings settings) {
        return new Owned(s.name(), s.owner(), s.description(), settings, s.people(), s.rooms());
    }

    private static Scope with(Owned s, Membership people) {
        return new Owned(s.name(), s.owner(), s.description(), s.settings(), people, s.rooms());
    }

    private static Scope with(Owned s, Rooms rooms) {
        return new Owned(s.name(), s.owner(), s.description(), s.settings(), s.people(), rooms);
    }

    private List<ScopeEvent> create(CreateScope command) {
        if (!(this instanceof Free)) {
            throw new Refused(new Refusal.ScopeAlreadyExists(command.scope().text()));
        }
        var created = new ScopeCreated(command.scope(), command.creator());
        var joined = new MemberJoined(command.scope(), command.creator(), Role.ADMIN);
        return command.description().isEmpty()
                ? List.of(created, joined)
                : List.of(
                        created,
                        joined,
                        new ScopeDescribed(command.scope(), command.description()));
    }

    private Owned owned(ScopeName spelled) {
        return switch (this) {
            case Owned owned when owned.name().equals(spelled) -> owned;
            case Owned _, Free _ -> throw new Refused(new Refusal.ScopeNotFound(spelled.text()));
        };
    }

    private static List<ScopeEvent> unless(boolean soAlready, ScopeEvent event) {
        return soAlready ? List.of() : List.of(event);
    }
}
