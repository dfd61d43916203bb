package varve.contract;

import varve.contract.account.UserId;

/// Who acts.
public sealed interface Actor {
    /// A person acting for themselves.
    record User(UserId id) implements Actor {}

    /// A person acting with the registry's own authority.
    record Staff(UserId id) implements Actor {}

    /// The registry itself; `part` names which of its automations.
    record Registry(String part) implements Actor {}

    /// Nobody the registry knows.
    record Anonymous() implements Actor {}

    /// The actor as it is written into the log, for example `user:0f…`.
    default String text() {
        return switch (this) {
            case User(var id) -> "user:" + id.text();
            case Staff(var id) -> "staff:" + id.text();
            case Registry(var part) -> "registry:" + part;
            case Anonymous() -> "anonymous";
        };
    }
}
