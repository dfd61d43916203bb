package varve.query.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.token.Grant;

/// Who may ask about the past: staff acting as staff about everything, admins and auditors of a
/// scope about that scope, with a credential that may do all that its owner may. Who owns a scope
/// that was another's before it was deleted is told nothing of that time.
@Component
class Auditors {
    private final Past past;

    Auditors(Past past) {
        this.past = past;
    }

    /// @param scope that the question is confined to, absent when it is not
    /// @return position after which the past is theirs to know
    long may(Caller caller, @Nullable String scope) {
        var person = caller.person();
        if (!(caller.grant() instanceof Grant.Everything)) {
            throw new Refused(new Refusal.MissingPermission());
        }
        if (caller.isStaff()) {
            return 0;
        }
        if (scope == null) {
            throw new Refused(new Refusal.NotStaff());
        }
        var members = past.members(scope);
        var held = members.at(Long.MAX_VALUE).get(person.text());
        if (held == null) {
            throw new Refused(new Refusal.NotScopeMember(scope));
        }
        if (!Past.AUDITORS.contains(held.role())) {
            throw new Refused(new Refusal.NotScopeAdmin(scope));
        }
        return members.deleted();
    }
}
