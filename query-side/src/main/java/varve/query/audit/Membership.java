package varve.query.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who was a member of a scope with which role, at any point of the log. Names of facts are those
/// under which they are stored, which never change.
///
/// @param steps all that happened to the scope
public record Membership(String scope, List<Past.Step> steps) {
    /// A role and the fact that gave it.
    ///
    /// @param since position
    public record Held(String role, long since) {}

    /// @param upTo position of the last fact that counts
    public Map<String, Held> at(long upTo) {
        var members = new LinkedHashMap<String, Held>();
        for (var step : steps) {
            if (step.position() <= upTo) {
                apply(step, members);
            }
        }
        return members;
    }

    /// Position at which the scope was deleted last, whoever had it before; 0 when it never was.
    public long deleted() {
        return steps.stream()
                .filter(step -> step.event().equals("scope.deleted"))
                .mapToLong(Past.Step::position)
                .max()
                .orElse(0);
    }

    private static void apply(Past.Step step, Map<String, Held> members) {
        var user = step.text("user");
        switch (step.event()) {
            case "scope.member-joined", "scope.role-changed" ->
                    members.put(user, new Held(step.text("role"), step.position()));
            case "scope.ownership-passed" ->
                    members.put(step.text("owner"), new Held("ADMIN", step.position()));
            case "scope.member-left" -> members.remove(user);
            case "scope.deleted" -> members.clear();
            default -> {}
        }
    }

    /// What a person could rely on when a fact was decided.
    ///
    /// @param user id
    public Optional<Held> before(String user, long position) {
        return Optional.ofNullable(at(position - 1).get(user));
    }
}
