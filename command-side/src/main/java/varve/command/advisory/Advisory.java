package varve.command.advisory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import varve.command.Rules;
import varve.contract.Sha256;
import varve.contract.advisory.AdvisoryCommand;
import varve.contract.advisory.AdvisoryCommand.RecordAdvisory;
import varve.contract.advisory.AdvisoryEvent;
import varve.contract.advisory.AdvisoryEvent.AdvisoryRecorded;
import varve.eventlog.Subject;

/// What must be remembered of an advisory: what it says, in short, so that the same is not recorded
/// twice.
///
/// @param sha256 of its text, empty when it is not known
public record Advisory(String sha256) {
    public static final Subject<Advisory, AdvisoryCommand, AdvisoryEvent> SUBJECT =
            Rules.of("advisory", Advisory.class, new Advisory(""), Advisory::decide, Advisory::on);

    List<AdvisoryEvent> decide(AdvisoryCommand command) {
        return switch (command) {
            case RecordAdvisory(var id, var json) ->
                    hash(json).equals(sha256) ? List.of() : List.of(new AdvisoryRecorded(id, json));
        };
    }

    Advisory on(AdvisoryEvent event) {
        return switch (event) {
            case AdvisoryRecorded(_, var json) -> new Advisory(hash(json));
        };
    }

    private static String hash(String json) {
        return Sha256.hex(json.getBytes(StandardCharsets.UTF_8));
    }
}
