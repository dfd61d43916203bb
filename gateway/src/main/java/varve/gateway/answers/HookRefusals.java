package varve.gateway.answers;

import varve.contract.Refusal.OfHooks;
import varve.contract.Refusal.OfHooks.*;
import varve.gateway.answers.Refusals.Answer;

/// How HTTP says no to webhooks.
final class HookRefusals {
    private HookRefusals() {}

    static Answer answer(OfHooks refusal) {
        return switch (refusal) {
            case HookNotFound(var id) ->
                    new Answer(404, "hookNotFound", "There is no webhook " + id + ".");
            case HookLimitReached(var limit) ->
                    new Answer(
                            403, "hookLimitReached", "There are at most " + limit + " webhooks.");
            case EndpointNotAllowed(var why) ->
                    new Answer(
                            400,
                            "endpointNotAllowed",
                            "Nothing is sent to this address: " + why + ".");
        };
    }
}
