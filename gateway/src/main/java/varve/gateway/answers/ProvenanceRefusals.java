package varve.gateway.answers;

import varve.contract.ProvenanceRefusal;
import varve.contract.ProvenanceRefusal.*;
import varve.gateway.answers.Refusals.Answer;

/// How HTTP says no to what is attested of a version.
final class ProvenanceRefusals {
    private ProvenanceRefusals() {}

    static Answer answer(ProvenanceRefusal refusal) {
        return switch (refusal) {
            case Unsound(var why) ->
                    new Answer(400, "unsoundProvenance", "The provenance is refused: " + why + ".");
            case TooLate(var version) ->
                    new Answer(
                            400,
                            "provenanceTooLate",
                            "It is too long since " + version + " was published.");
            case Attested(var version) ->
                    new Answer(409, "provenanceExists", version + " has its provenance already.");
        };
    }
}
