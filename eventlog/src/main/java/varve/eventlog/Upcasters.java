package varve.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// The way from every stored revision to the present one. Checked when the log is opened, so that a
/// revision nobody can read is found before it is met.
final class Upcasters {
    private record Step(String name, int from) {}

    private final Map<Step, Upcaster> steps = new HashMap<>();

    Upcasters(List<Upcaster> upcasters) {
        for (var upcaster : upcasters) {
            if (steps.put(new Step(upcaster.name(), upcaster.from()), upcaster) != null) {
                throw new IllegalArgumentException(
                        "two upcasters from %s %d".formatted(upcaster.name(), upcaster.from()));
            }
        }
    }

    /// @throws IllegalArgumentException when no chain of upcasters leads there
    ObjectNode upcast(ObjectNode payload, String name, int from, int to) {
        int revision = from;
        while (revision != to) {
            var step = steps.get(new Step(name, revision));
            if (step == null || step.to() > to) {
                throw new IllegalArgumentException(
                        "no upcaster leads from %s %d to %d".formatted(name, revision, to));
            }
            payload = step.change().apply(payload);
            revision = step.to();
        }
        return payload;
    }
}
