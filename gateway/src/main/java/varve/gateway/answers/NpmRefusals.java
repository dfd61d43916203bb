package varve.gateway.answers;

import java.util.Map;
import varve.contract.NpmRefusal;
import varve.contract.NpmRefusal.*;
import varve.contract.Refusal;
import varve.gateway.answers.Refusals.Answer;

/// How HTTP says no to what npm clients may do besides publishing and installing.
final class NpmRefusals {
    private NpmRefusals() {}

    static Answer answer(NpmRefusal refusal) {
        return switch (refusal) {
            case PresenceNeeded _ ->
                    new Answer(
                            401,
                            "presenceNeeded",
                            "A one-time pass from your authenticator is needed.");
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
            case StageNotFound(var id) ->
                    new Answer(404, "stageNotFound", "Nothing waits under " + id + ".");
            case SecondFactorMissing() ->
                    new Answer(
                            403,
                            "secondFactorMissing",
                            "Who decides about this shows a second factor: npm profile enable-2fa"
                                    + " sets one up.");
            case NameClosed(var deed, var name) ->
                    new Answer(
                            403,
                            "nameClosed",
                            "The rules of this registry do not let you " + deed + " " + name + ".");
            case UnsoundProvenance(var why) ->
                    new Answer(400, "unsoundProvenance", "The provenance is refused: " + why + ".");
        };
    }

    /// npm opens one address and asks the other until somebody was there.
    static Map<String, Object> body(Refusal refusal, Answer answer) {
        return refusal instanceof Refusal.OfNpm(PresenceNeeded(var authUrl, var doneUrl))
                ? Map.of("error", answer.message(), "authUrl", authUrl, "doneUrl", doneUrl)
                : Map.of("error", answer.message());
    }
}
