package varve.eventlog;

import java.util.function.Consumer;

/// Stumbling over one fact, whenever it comes.
final class SeenTableFailure {
    private SeenTableFailure() {}

    static Consumer<Fact> on(String stream, long sequence) {
        return fact -> {
            if (fact.stream().equals(stream) && fact.sequence() == sequence) {
                throw new IllegalArgumentException("this cannot be taken in");
            }
        };
    }
}
