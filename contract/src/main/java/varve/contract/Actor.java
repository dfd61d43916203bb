package varve.contract;

import org.jspecify.annotations.Nullable;
import varve.contract.account.UserId;

/// Who acts.
public sealed interface Actor {
    /// A person acting for themselves.
    record User(UserId id) implements Actor {}

    /// A person acting with the registry's own authority.
    record Staff(UserId id) implements Actor {}

    /// The registry itself; `part` names which of its automations.
    record Registry(String part) implements Actor {}

    /// A job of continuous integration, which shows who it is by its provider's word.
    ///
    /// @param provider `github` or `gitlab`
    /// @param repositoryId the provider's own number
    /// @param ownerId number of the repository's owner
    /// @param repository its path, for example `luca/flag`
    /// @param workflow name of the file that describes the job; empty when it is not told
    /// @param environment that the job runs in, if in any
    /// @param byIdAlone whether the number alone tells which repository it is: the provider's own
    ///   site, not one of many installations that each count from one
    /// @param user who set it off, if they are known here
    record Workload(
            String provider,
            String repositoryId,
            String ownerId,
            String repository,
            String workflow,
            @Nullable String environment,
            boolean byIdAlone,
            @Nullable UserId user)
            implements Actor {}

    /// Nobody the registry knows.
    record Anonymous() implements Actor {}

    /// The actor as it is written into the log, for example `user:0f…`.
    default String text() {
        return switch (this) {
            case User(var id) -> "user:" + id.text();
            case Staff(var id) -> "staff:" + id.text();
            case Registry(var part) -> "registry:" + part;
            case Workload workload -> "ci:" + workload.provider() + ":" + workload.repositoryId();
            case Anonymous() -> "anonymous";
        };
    }
}
