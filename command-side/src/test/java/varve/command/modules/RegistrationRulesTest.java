package varve.command.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import varve.command.Story;
import varve.contract.ModuleRefusal;
import varve.contract.Refusal;
import varve.contract.modules.ModuleCommand.CountStars;
import varve.contract.modules.ModuleCommand.ImportModule;
import varve.contract.modules.ModuleCommand.RegisterModule;
import varve.contract.modules.ModuleCommand.RemoveModule;
import varve.contract.modules.ModuleCommand.UnlistModule;
import varve.contract.modules.ModuleEvent.ModuleDescribed;
import varve.contract.modules.ModuleEvent.ModuleImported;
import varve.contract.modules.ModuleEvent.ModuleMoved;
import varve.contract.modules.ModuleEvent.ModuleRegistered;
import varve.contract.modules.ModuleEvent.ModuleRemoved;
import varve.contract.modules.ModuleEvent.ModuleStarred;
import varve.contract.modules.ModuleName;
import varve.contract.modules.Repository;

class RegistrationRulesTest {
    static final ModuleName FLAG = ModuleName.of("flag");
    static final Repository HERE = Repository.of("github", 7, "luca/flag");
    static final Repository MOVED = Repository.of("github", 7, "Luca-Lab/flag");
    static final Repository OTHER = Repository.of("github", 8, "luca/flag");

    @Test
    void a_free_name_goes_to_the_repository_that_asks_first() {
        Story.of(Registration.SUBJECT)
                .when(new RegisterModule(FLAG, HERE, "Flags", 2))
                .then(
                        new ModuleRegistered(FLAG, HERE),
                        new ModuleDescribed(FLAG, "Flags"),
                        new ModuleStarred(FLAG, 2));
    }

    @Test
    void nothing_new_is_no_fact() {
        Story.of(Registration.SUBJECT)
                .given(List.of(new ModuleRegistered(FLAG, HERE)))
                .when(new RegisterModule(FLAG, HERE, "", 0))
                .then();
    }

    @Test
    void a_repository_stays_itself_under_another_name() {
        Story.of(Registration.SUBJECT)
                .given(List.of(new ModuleRegistered(FLAG, HERE)))
                .when(new RegisterModule(FLAG, MOVED, "", 0))
                .then(new ModuleMoved(FLAG, MOVED));
    }

    @Test
    void another_repository_does_not_get_the_name() {
        Story.of(Registration.SUBJECT)
                .given(List.of(new ModuleRegistered(FLAG, HERE)))
                .when(new RegisterModule(FLAG, OTHER, "", 0))
                .refused(new Refusal.OfModules(new ModuleRefusal.NameTaken()));
    }

    @Test
    void what_is_not_there_is_not_unlisted() {
        Story.of(Registration.SUBJECT)
                .when(new UnlistModule(FLAG))
                .refused(new Refusal.OfModules(new ModuleRefusal.ModuleNotFound("flag")));
    }

    @Test
    void a_removed_name_is_free_for_anybody() {
        Story.of(Registration.SUBJECT)
                .given(List.of(new ModuleRegistered(FLAG, HERE)))
                .when(new RemoveModule(FLAG))
                .then(new ModuleRemoved(FLAG));
        Story.of(Registration.SUBJECT)
                .given(List.of(new ModuleRegistered(FLAG, HERE), new ModuleRemoved(FLAG)))
                .when(new RegisterModule(FLAG, OTHER, "", 0))
                .then(new ModuleRegistered(FLAG, OTHER));
        Story.of(Registration.SUBJECT).when(new RemoveModule(FLAG)).then();
    }

    @Test
    void what_is_taken_over_belongs_to_its_repository() {
        var since = Instant.parse("2020-06-25T12:00:00Z");
        var imported = new ModuleImported(FLAG, HERE, "Flags", 2, true, since);
        var wish = new ImportModule(FLAG, HERE, "Flags", 2, true, since);
        Story.of(Registration.SUBJECT).when(wish).then(imported);
        Story.of(Registration.SUBJECT).given(List.of(imported)).when(wish).then();
        Story.of(Registration.SUBJECT)
                .given(List.of(new ModuleRegistered(FLAG, OTHER)))
                .when(wish)
                .refused(new Refusal.OfModules(new ModuleRefusal.NameTaken()));
        Story.of(Registration.SUBJECT)
                .given(List.of(imported))
                .when(new RegisterModule(FLAG, HERE, "Flags", 2))
                .then();
    }

    @Test
    void stars_that_did_not_change_are_no_fact() {
        var starred = List.of(new ModuleRegistered(FLAG, HERE), new ModuleStarred(FLAG, 2));
        Story.of(Registration.SUBJECT).given(starred).when(new CountStars(FLAG, 2)).then();
        Story.of(Registration.SUBJECT)
                .given(starred)
                .when(new CountStars(FLAG, 3))
                .then(new ModuleStarred(FLAG, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "frisbee, true",
        "my_frisbee, true",
        "frisbee_club, true",
        "my_danny_devito_club, true",
        "frisbees, false",
        "danny, false",
        "_club_, false",
        "a__b, false"
    })
    void a_forbidden_word_counts_as_a_whole_between_underscores(String name, boolean forbidden) {
        var moderation = new Moderation(List.of("pineapple", "frisbee", "danny_devito"));
        assertThat(moderation.forbidden(ModuleName.of(name)).isPresent()).isEqualTo(forbidden);
    }
}
