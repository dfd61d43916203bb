package varve.command.modules;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import varve.command.Story;
import varve.contract.ModuleRefusal;
import varve.contract.Refusal;
import varve.contract.modules.BuildCommand.FailBuild;
import varve.contract.modules.BuildCommand.ImportBuild;
import varve.contract.modules.BuildCommand.PublishBuild;
import varve.contract.modules.BuildCommand.QueueBuild;
import varve.contract.modules.BuildCommand.StartBuild;
import varve.contract.modules.BuildEvent.BuildFailed;
import varve.contract.modules.BuildEvent.BuildImported;
import varve.contract.modules.BuildEvent.BuildQueued;
import varve.contract.modules.BuildEvent.BuildStarted;
import varve.contract.modules.BuildEvent.ModulePublished;
import varve.contract.modules.BuildId;
import varve.contract.modules.GitTag;
import varve.contract.modules.ModuleVersion;
import varve.contract.modules.Repository;
import varve.contract.modules.Shelved;

class BuildRulesTest {
    static final ModuleVersion VERSION = ModuleVersion.of("flag@1.0.0");
    static final BuildId FIRST = BuildId.of("5f1d7b2e9c0a4b3d8e6f7a90");
    static final BuildId SECOND = BuildId.of("5f1d7b2e9c0a4b3d8e6f7a91");
    static final Repository REPOSITORY = Repository.of("github", 7, "luca/flag");
    static final GitTag TAG = GitTag.of("1.0.0");
    static final String COMMIT = "ab".repeat(20);
    static final Shelved CONTENTS = new Shelved(2, 425, "cd".repeat(32));

    static final BuildQueued QUEUED =
            new BuildQueued(VERSION, FIRST, REPOSITORY, TAG, null, "delivery-1");
    static final BuildStarted STARTED = new BuildStarted(VERSION, FIRST, COMMIT);
    static final BuildFailed FAILED = new BuildFailed(VERSION, FIRST, "too large");
    static final ModulePublished PUBLISHED =
            new ModulePublished(VERSION, FIRST, CONTENTS, "Published module.");

    @Test
    void a_new_version_is_queued() {
        Story.of(Build.SUBJECT).when(queue(FIRST, "delivery-1")).then(QUEUED);
    }

    @Test
    void a_version_under_way_is_not_queued_again() {
        Story.of(Build.SUBJECT)
                .given(List.of(QUEUED))
                .when(queue(SECOND, "delivery-2"))
                .refused(new Refusal.OfModules(new ModuleRefusal.AlreadyBuilding(FIRST.text())));
        Story.of(Build.SUBJECT)
                .given(List.of(QUEUED, STARTED))
                .when(queue(SECOND, "delivery-2"))
                .refused(new Refusal.OfModules(new ModuleRefusal.AlreadyBuilding(FIRST.text())));
    }

    @Test
    void what_is_taken_over_is_published_or_failed() {
        var since = Instant.parse("2020-06-25T12:00:00Z");
        var whole =
                new ImportBuild(VERSION, FIRST, REPOSITORY, TAG, null, since, CONTENTS, "Done.");
        var taken =
                new BuildImported(VERSION, FIRST, REPOSITORY, TAG, null, since, CONTENTS, "Done.");
        var lost = new BuildImported(VERSION, FIRST, REPOSITORY, TAG, null, since, null, "No.");
        Story.of(Build.SUBJECT).when(whole).then(taken);
        Story.of(Build.SUBJECT).given(List.of(taken)).when(whole).then();
        Story.of(Build.SUBJECT)
                .given(List.of(taken))
                .when(queue(SECOND, ""))
                .refused(new Refusal.OfModules(new ModuleRefusal.VersionExists(VERSION.text())));
        Story.of(Build.SUBJECT).given(List.of(lost)).when(whole).then(taken);
        Story.of(Build.SUBJECT).given(List.of(QUEUED)).when(whole).then();
    }

    @Test
    void a_published_version_exists_for_ever() {
        Story.of(Build.SUBJECT)
                .given(List.of(QUEUED, STARTED, PUBLISHED))
                .when(queue(SECOND, "delivery-2"))
                .refused(new Refusal.OfModules(new ModuleRefusal.VersionExists(VERSION.text())));
    }

    @Test
    void the_same_message_again_changes_nothing() {
        Story.of(Build.SUBJECT).given(List.of(QUEUED)).when(queue(SECOND, "delivery-1")).then();
        Story.of(Build.SUBJECT)
                .given(List.of(QUEUED, STARTED, PUBLISHED))
                .when(queue(SECOND, "delivery-1"))
                .then();
    }

    @Test
    void messages_without_an_id_are_never_the_same() {
        Story.of(Build.SUBJECT)
                .given(List.of(new BuildQueued(VERSION, FIRST, REPOSITORY, TAG, null, "")))
                .when(queue(SECOND, ""))
                .refused(new Refusal.OfModules(new ModuleRefusal.AlreadyBuilding(FIRST.text())));
    }

    @Test
    void after_a_failure_the_same_message_asks_anew() {
        Story.of(Build.SUBJECT)
                .given(List.of(QUEUED, STARTED, FAILED))
                .when(queue(SECOND, "delivery-1"))
                .then(new BuildQueued(VERSION, SECOND, REPOSITORY, TAG, null, "delivery-1"));
    }

    @Test
    void a_build_that_is_begun_again_goes_on() {
        Story.of(Build.SUBJECT)
                .given(List.of(QUEUED, STARTED))
                .when(new StartBuild(VERSION, FIRST, COMMIT))
                .then();
    }

    @Test
    void a_tag_that_was_moved_meanwhile_ends_the_build() {
        Story.of(Build.SUBJECT)
                .given(List.of(QUEUED, STARTED))
                .when(new StartBuild(VERSION, FIRST, "ef".repeat(20)))
                .then(
                        new BuildFailed(
                                VERSION, FIRST, "The tag was moved while it was being published."));
    }

    @Test
    void a_verdict_may_arrive_twice() {
        var publish = new PublishBuild(VERSION, FIRST, CONTENTS, "Published module.", List.of());
        Story.of(Build.SUBJECT).given(List.of(QUEUED, STARTED)).when(publish).then(PUBLISHED);
        Story.of(Build.SUBJECT).given(List.of(QUEUED, STARTED, PUBLISHED)).when(publish).then();
    }

    @Test
    void a_late_verdict_about_an_older_build_is_refused() {
        var again = new BuildQueued(VERSION, SECOND, REPOSITORY, TAG, null, "delivery-2");
        Story.of(Build.SUBJECT)
                .given(List.of(QUEUED, FAILED, again))
                .when(new FailBuild(VERSION, FIRST, "too large"))
                .refused(new Refusal.OfModules(new ModuleRefusal.BuildNotPending(FIRST.text())));
    }

    private static QueueBuild queue(BuildId build, String delivery) {
        return new QueueBuild(VERSION, build, REPOSITORY, TAG, null, delivery);
    }
}
