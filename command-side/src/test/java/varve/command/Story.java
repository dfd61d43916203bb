package varve.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import varve.contract.Command;
import varve.contract.Event;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.eventlog.Subject;

/// Given what happened, when somebody wishes for this, then that follows, or a refusal.
@NullMarked
public final class Story<S, C extends Command, E extends Event> {
    private final Subject<S, C, E> subject;
    private S state;

    private Story(Subject<S, C, E> subject) {
        this.subject = subject;
        this.state = subject.initial();
    }

    public static <S, C extends Command, E extends Event> Story<S, C, E> of(
            Subject<S, C, E> subject) {
        return new Story<>(subject);
    }

    public Story<S, C, E> given(List<? extends E> events) {
        for (var event : events) {
            state = subject.evolve(state, event);
        }
        return this;
    }

    /// What the wish leads to; the story goes on from there.
    public Outcome when(C command) {
        try {
            var facts = subject.decide(state, command);
            given(facts);
            return new Outcome(facts, List.of());
        } catch (Refused refused) {
            return new Outcome(List.of(), List.of(refused.refusal()));
        }
    }

    /// What is remembered now.
    public S state() {
        return state;
    }

    /// @param refusals one, or none when the wish was granted
    public record Outcome(List<? extends Event> events, List<Refusal> refusals) {
        public void then(Event... expected) {
            assertThat(refusals).isEmpty();
            assertThat(events).isEqualTo(List.of(expected));
        }

        public void refused(Refusal because) {
            assertThat(refusals).containsExactly(because);
        }
    }
}
