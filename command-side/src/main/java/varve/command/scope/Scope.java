package varve.command.scope;

import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand;
import varve.contract.scope.ScopeCommand.AddMember;
import varve.contract.scope.ScopeCommand.ClaimScope;
import varve.contract.scope.ScopeCommand.CreateScope;
import varve.contract.scope.ScopeCommand.DescribeScope;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.ScopeCreated;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.contract.scope.ScopeName;
import varve.eventlog.Subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What must be remembered of a scope: whether somebody owns it, and who belongs to it.
public sealed interface Scope {
    int SNAPSHOT_EVERY = 100;

    Subject<Scope, ScopeCommand, ScopeEvent> SUBJECT =
            Rules.of("scope", Scope.class, new Free(), Scope::decide, Scope::on)
                    .withSnapshotEvery(SNAPSHOT_EVERY);

    record Free() implements Scope {}

    /// @param name as its creator spelled it; other spellings of it name no scope
    record Owned(ScopeName name, String description, List<Member> members) implements Scope {
        public Owned {
            members = List.copyOf(members);
        }
    }

    record Member(UserId user, Role role) {}

    /// The role a person has here, if any.
    default Optional<Role> role(UserId user) {
        return switch (this) {
            case Free() -> Optional.empty();
            case Owned(_, _, var members) ->
                    members.stream()
                            .filter(m -> m.user().equals(user))
                            .map(Member::role)
                            .findFirst();
        };
    }

    /// Whether a scope exists under exactly this spelling.
    default boolean exists(ScopeName spelled) {
        return this instanceof Owned(var name, _, _) && name.equals(spelled);
    }

    default List<ScopeEvent> decide(ScopeCommand command) {
        return switch (command) {
            case CreateScope create -> {
                create.scope().requirePlain();
                yield create(create.scope(), create.creator(), create.description());
            }
            case ClaimScope(var name, var claimant) -> create(name, claimant, "");
            case DescribeScope(var name, var text) -> {
                var owned = owned(name);
                yield owned.description().equals(text)
                        ? List.of()
                        : List.of(new ScopeDescribed(name, text));
            }
            case AddMember(var name, var user, var role) -> {
                owned(name);
                yield role(user).equals(Optional.of(role))
                        ? List.of()
                        : List.of(new MemberJoined(name, user, role));
            }
        };
    }

    default Scope on(ScopeEvent event) {
        return switch (event) {
            case ScopeCreated(var name, _) -> new Owned(name, "", List.of());
            case ScopeDescribed(_, var text) ->
                    switch (this) {
                        case Free() -> this;
                        case Owned(var name, _, var members) -> new Owned(name, text, members);
                    };
            case MemberJoined(_, var user, var role) -> with(new Member(user, role));
        };
    }

    private List<ScopeEvent> create(ScopeName name, UserId creator, String description) {
        if (!(this instanceof Free)) {
            throw new Refused(new Refusal.ScopeAlreadyExists(name.text()));
        }
        var events = new ArrayList<ScopeEvent>();
        events.add(new ScopeCreated(name, creator));
        events.add(new MemberJoined(name, creator, Role.ADMIN));
        if (!description.isEmpty()) {
            events.add(new ScopeDescribed(name, description));
        }
        return events;
    }

    private Owned owned(ScopeName spelled) {
        return switch (this) {
            case Owned owned when owned.name().equals(spelled) -> owned;
            case Owned _, Free _ -> throw new Refused(new Refusal.ScopeNotFound(spelled.text()));
        };
    }

    private Scope with(Member member) {
        return switch (this) {
            case Free() -> this;
            case Owned(var name, var description, var members) -> {
                var changed = new ArrayList<>(members);
                changed.removeIf(m -> m.user().equals(member.user()));
                changed.add(member);
                yield new Owned(name, description, changed);
            }
        };
    }
}
