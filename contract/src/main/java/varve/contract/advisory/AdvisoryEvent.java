package varve.contract.advisory;

import varve.contract.Event;

/// What happened to an advisory.
public sealed interface AdvisoryEvent extends Event {
    String id();

    @Override
    default String stream() {
        return "advisory:" + id();
    }

    /// It is known from then on, or says something else than before.
    ///
    /// @param json the advisory in OSV's form
    record AdvisoryRecorded(String id, String json) implements AdvisoryEvent {}
}
