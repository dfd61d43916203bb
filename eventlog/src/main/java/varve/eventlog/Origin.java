package varve.eventlog;

import org.jspecify.annotations.Nullable;

/// Where a fact comes from.
///
/// @param actor who wished, as {@link varve.contract.Actor#text()}
/// @param credential id of the token used
/// @param command what was wished, for example `request-publish`
/// @param commandId one for each command sent, also across retries
/// @param correlation id of the request that started it all
/// @param causation id of the fact whose handling sent the command, else the request's
/// @param client the program as it names itself
public record Origin(
        String actor,
        @Nullable String credential,
        String command,
        String commandId,
        String correlation,
        String causation,
        String client) {}
