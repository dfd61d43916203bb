package varve.contract.pkg;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.contract.Actor;

/// A workflow whose jobs publish a package without any token.
///
/// @param provider `github` or `gitlab`
/// @param repository its path, for example `luca/flag`
/// @param file name of the workflow's file
/// @param environment of the job; absent where any will do
/// @param publishes whether its jobs may publish
/// @param stages whether its jobs may hand in what a person approves
public record TrustedPublisher(
        String id,
        String provider,
        String repository,
        String file,
        @Nullable String environment,
        boolean publishes,
        boolean stages) {

    /// Whether a job is one of these.
    public boolean isOf(Actor.Workload job) {
        return provider.equals(job.provider())
                && repository.equalsIgnoreCase(job.repository())
                && file.equals(job.workflow())
                && Optional.ofNullable(environment)
                        .map(wanted -> wanted.equals(job.environment()))
                        .orElse(true);
    }
}
