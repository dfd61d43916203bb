package varve.query.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who could publish an npm package because a team of its scope was let, at a point of the log.
final class Teammates {
    private final String pkg;
    private final Map<String, Set<String>> people = new HashMap<>();
    private final Map<String, Long> granted = new LinkedHashMap<>();

    private Teammates(String pkg) {
        this.pkg = pkg;
    }

    /// @param steps all that happened to the scope and its teams up to then
    /// @return ids with the position of the fact that let their team publish
    static Map<String, Long> of(String pkg, List<Past.Step> steps) {
        var teams = new Teammates(pkg);
        steps.forEach(teams::apply);
        var found = new LinkedHashMap<String, Long>();
        teams.granted.forEach((team, since) ->
                teams.people
                        .getOrDefault(team, Set.of())
                        .forEach(user -> found.putIfAbsent(user, since)));
        return found;
    }

    private void apply(Past.Step step) {
        var team = step.text("team");
        switch (step.event()) {
            case "team.teammate-added" ->
                    people.computeIfAbsent(team, _ -> new HashSet<>()).add(step.text("user"));
            case "team.teammate-removed" ->
                    people.getOrDefault(team, new HashSet<>()).remove(step.text("user"));
            case "team.package-granted" -> grant(team, step);
            case "team.package-revoked" -> {
                if (step.text("pkg").equals(pkg)) {
                    granted.remove(team);
                }
            }
            case "team.dissolved" -> {
                people.remove(team);
                granted.remove(team);
            }
            case "scope.deleted" -> {
                people.clear();
                granted.clear();
            }
            default -> {}
        }
    }

    private void grant(String team, Past.Step step) {
        if (!step.text("pkg").equals(pkg)) {
            return;
        }
        if (step.is("write")) {
            granted.put(team, step.position());
        } else {
            granted.remove(team);
        }
    }
}
