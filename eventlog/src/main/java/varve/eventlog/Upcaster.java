package varve.eventlog;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// Reads one stored shape of a fact as the next.
///
/// @param name stored name, for example `version.published`
/// @param from revision it reads
/// @param to revision it makes, greater than `from`
public record Upcaster(String name, int from, int to, UnaryOperator<ObjectNode> change) {
    public Upcaster {
        if (to <= from) {
            throw new IllegalArgumentException(name + ": from " + from + " to " + to);
        }
    }
}
