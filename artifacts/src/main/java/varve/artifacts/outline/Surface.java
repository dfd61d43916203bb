package varve.artifacts.outline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;
import varve.contract.docs.SlowType;

/// What of a declaration can be seen from outside: what is missing in it for declarations without
/// inference (JSR's fast check), and the names that it leads on to.
///
/// @param uses names of types and values, dotted
public record Surface(List<SlowType> slow, Set<String> uses) {
    static final Surface NOTHING = new Surface(List.of(), Set.of());

    public Surface {
        slow = List.copyOf(slow);
        uses = Set.copyOf(uses);
    }

    /// Notes what is found on the way through one declaration.
    static final class Notes {
        private final Source source;
        private final List<SlowType> slow = new ArrayList<>();
        private final Set<String> uses = new LinkedHashSet<>();

        Notes(Source source) {
            this.source = source;
        }

        void slow(String code, String message, JsonNode at) {
            slow.add(new SlowType(code, message, source.at(Tree.start(at))));
        }

        void missingType(JsonNode at) {
            slow("missing-explicit-type", "missing explicit type in the public API", at);
        }

        void missingReturnType(JsonNode at) {
            slow(
                    "missing-explicit-return-type",
                    "missing explicit return type in the public API",
                    at);
        }

        /// Everything that a type mentions.
        void uses(JsonNode type) {
            if (type.isContainer()) {
                Names.in(type).forEach(name -> uses.add(name.text()));
            }
        }

        boolean isPlainClass(String name) {
            return source.isPlainClass(name);
        }

        void use(String name) {
            if (!name.isEmpty()) {
                uses.add(name);
            }
        }

        Surface surface() {
            return new Surface(slow, uses);
        }
    }
}
