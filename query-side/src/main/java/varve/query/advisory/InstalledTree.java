package varve.query.advisory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What is installed, as older clients describe it: packages within packages.
///
/// @param places where each version stands, `a>b>c` from the root, by package and version
record InstalledTree(
        Map<String, Map<String, List<String>>> places, int count, int dev, int optional) {
    private static final int DEEPEST = 200;
    private static final int MOST_PLACES = 50;

    static InstalledTree of(JsonNode root) {
        var walk = new Walk();
        walk.into(root.path("dependencies"), "", 0);
        return new InstalledTree(walk.places, walk.count, walk.dev, walk.optional);
    }

    Map<String, Set<String>> used() {
        var used = new HashMap<String, Set<String>>();
        places.forEach((name, versions) -> used.put(name, new HashSet<>(versions.keySet())));
        return used;
    }

    private static final class Walk {
        final Map<String, Map<String, List<String>>> places = new HashMap<>();
        int count;
        int dev;
        int optional;

        void into(JsonNode dependencies, String above, int depth) {
            if (depth > DEEPEST) {
                return;
            }
            dependencies.forEachEntry((name, one) -> {
                count++;
                dev += one.path("dev").asBoolean(false) ? 1 : 0;
                optional += one.path("optional").asBoolean(false) ? 1 : 0;
                var place = above + name;
                var known =
                        places.computeIfAbsent(name, _ -> new HashMap<>())
                                .computeIfAbsent(
                                        one.path("version").asString(""), _ -> new ArrayList<>());
                if (known.size() < MOST_PLACES) {
                    known.add(place);
                }
                into(one.path("dependencies"), place + ">", depth + 1);
            });
        }
    }
}
