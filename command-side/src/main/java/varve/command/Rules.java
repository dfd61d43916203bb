package varve.command;

import java.util.List;
import java.util.function.BiFunction;
import varve.contract.Command;
import varve.contract.Event;
import varve.eventlog.Subject;

/// A subject made of two pure functions over its state.
///
/// @param decide state and wish give facts, or a refusal
/// @param on state and fact give the next state
public record Rules<S, C extends Command, E extends Event>(
        String name,
        Class<S> stateType,
        S initial,
        BiFunction<S, C, List<E>> decide,
        BiFunction<S, E, S> on,
        int snapshotEvery)
        implements Subject<S, C, E> {

    /// Rules of streams that stay short.
    public static <S, C extends Command, E extends Event> Rules<S, C, E> of(
            String name,
            Class<S> stateType,
            S initial,
            BiFunction<S, C, List<E>> decide,
            BiFunction<S, E, S> on) {
        return new Rules<>(name, stateType, initial, decide, on, 0);
    }

    /// The same rules for streams that grow.
    public Rules<S, C, E> withSnapshotEvery(int facts) {
        return new Rules<>(name, stateType, initial, decide, on, facts);
    }

    @Override
    public List<E> decide(S state, C command) {
        return decide.apply(state, command);
    }

    @Override
    public S evolve(S state, E event) {
        return on.apply(state, event);
    }
}
