package varve.contract.modules;

import java.util.List;
import varve.contract.Command;

/// Wishes about what modules may be called.
public sealed interface ModerationCommand extends Command {
    @Override
    default String stream() {
        return ModerationEvent.STREAM;
    }

    /// @param words all that are forbidden from now on
    record ForbidWords(List<String> words) implements ModerationCommand {
        public ForbidWords {
            words = List.copyOf(words);
        }
    }
}
