package varve.command.modules;

import java.util.List;
import java.util.Optional;
import varve.command.Rules;
import varve.contract.modules.ModerationCommand;
import varve.contract.modules.ModerationCommand.ForbidWords;
import varve.contract.modules.ModerationEvent;
import varve.contract.modules.ModerationEvent.WordsForbidden;
import varve.contract.modules.ModuleName;
import varve.eventlog.Subject;

/// What no new module may be called.
public record Moderation(List<String> words) {
    public static final Subject<Moderation, ModerationCommand, ModerationEvent> SUBJECT =
            Rules.of(
                    "moderation",
                    Moderation.class,
                    new Moderation(List.of()),
                    Moderation::decide,
                    Moderation::on);

    public Moderation {
        words = List.copyOf(words);
    }

    List<ModerationEvent> decide(ModerationCommand command) {
        return switch (command) {
            case ForbidWords(var wanted) ->
                    wanted.equals(words) ? List.of() : List.of(new WordsForbidden(wanted));
        };
    }

    Moderation on(ModerationEvent event) {
        return switch (event) {
            case WordsForbidden(var forbidden) -> new Moderation(forbidden);
        };
    }

    /// The first forbidden word in a name. A word counts only as a whole between underscores:
    /// `my_frisbee` holds `frisbee`, `frisbees` does not.
    Optional<String> forbidden(ModuleName name) {
        var parts = "_" + name.text() + "_";
        return words.stream().filter(word -> parts.contains("_" + word + "_")).findFirst();
    }
}
