package varve.contract.modules;

import java.util.List;
import varve.contract.Event;

/// What was settled about the names of modules.
public sealed interface ModerationEvent extends Event {
    /// There is one list for all modules.
    String STREAM = "moderation:module-names";

    @Override
    default String stream() {
        return STREAM;
    }

    record WordsForbidden(List<String> words) implements ModerationEvent {
        public WordsForbidden {
            words = List.copyOf(words);
        }
    }
}
