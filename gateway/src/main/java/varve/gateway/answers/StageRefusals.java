package varve.gateway.answers;

import varve.contract.Refusal.OfStages;
import varve.contract.Refusal.OfStages.*;
import varve.gateway.answers.Refusals.Answer;

/// How HTTP says no to what waits for approval.
final class StageRefusals {
    private StageRefusals() {}

    static Answer answer(OfStages refusal) {
        return switch (refusal) {
            case StageNotFound(var id) ->
                    new Answer(404, "stageNotFound", "Nothing waits under " + id + ".");
            case SecondFactorMissing() ->
                    new Answer(
                            403,
                            "secondFactorMissing",
                            "Who decides about this shows a second factor: npm profile enable-2fa"
                                    + " sets one up.");
        };
    }
}
