package varve.command.version;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import varve.command.Story;
import varve.contract.Refusal;
import varve.contract.docs.Merits;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.Contents;
import varve.contract.publishing.Contents.Export;
import varve.contract.publishing.Contents.NpmTarball;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionCommand;
import varve.contract.version.VersionCommand.AcceptPublish;
import varve.contract.version.VersionCommand.AppraisePublish;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionCommand.RequestPublish;
import varve.contract.version.VersionCommand.SpoilPublish;
import varve.contract.version.VersionCommand.UnyankVersion;
import varve.contract.version.VersionCommand.YankVersion;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.PublishRefused;
import varve.contract.version.VersionEvent.PublishRequested;
import varve.contract.version.VersionEvent.VersionAppraised;
import varve.contract.version.VersionEvent.VersionPublished;
import varve.contract.version.VersionEvent.VersionUnyanked;
import varve.contract.version.VersionEvent.VersionYanked;
import varve.contract.version.VersionRef;

class PublishVersionTest {
    static final VersionRef LUCA_FLAG = VersionRef.of("@luca/flag@1.0.0");
    static final AttemptId FIRST = new AttemptId(new UUID(0, 1));
    static final AttemptId SECOND = new AttemptId(new UUID(0, 2));
    static final FilePath CONFIG = FilePath.of("/deno.json");
    static final Contents CONTENTS =
            new Contents(
                    "a".repeat(64),
                    List.of(new Export(".", "./mod.ts")),
                    List.of(),
                    new NpmTarball(12, "sha1", "sha512", 400, "{}"),
                    2,
                    120,
                    "MIT",
                    null);

    static final Merits MERITS = new Merits(true, false, List.of(), 0.5, true);

    static final PublishRequested REQUESTED =
            new PublishRequested(LUCA_FLAG, FIRST, "abc", 403, CONFIG);
    static final PublishRefused REFUSED =
            new PublishRefused(LUCA_FLAG, FIRST, "missingLicense", "no licence");
    static final VersionAppraised APPRAISED = new VersionAppraised(LUCA_FLAG, MERITS);
    static final VersionPublished PUBLISHED = new VersionPublished(LUCA_FLAG, FIRST, CONTENTS);

    final Story<Version, VersionCommand, VersionEvent> story = Story.of(Version.SUBJECT);

    static RequestPublish request(AttemptId attempt) {
        return new RequestPublish(LUCA_FLAG, attempt, "abc", 403, CONFIG);
    }

    @Test
    void the_first_upload_is_taken_in() {
        story.when(request(FIRST)).then(REQUESTED);
    }

    @Nested
    class While_an_attempt_is_pending {
        {
            story.given(List.of(REQUESTED));
        }

        @Test
        void another_upload_is_told_which_attempt_to_go_on_with() {
            story.when(request(SECOND))
                    .refused(new Refusal.DuplicateVersion(LUCA_FLAG.text(), FIRST.text()));
        }

        @Test
        void a_good_verdict_publishes_when_the_files_are_laid_down() {
            story.when(new AcceptPublish(LUCA_FLAG, FIRST, CONTENTS))
                    .refused(new Refusal.AttemptNotPending(FIRST.text()));
            story.when(new AppraisePublish(LUCA_FLAG, FIRST, MERITS)).then(APPRAISED);
            story.when(new AppraisePublish(LUCA_FLAG, FIRST, MERITS)).then();
            story.when(new AcceptPublish(LUCA_FLAG, FIRST, CONTENTS)).then(PUBLISHED);
        }

        @Test
        void a_bad_verdict_says_why() {
            story.when(new RefusePublish(LUCA_FLAG, FIRST, "missingLicense", "no licence"))
                    .then(REFUSED);
        }

        @Test
        void a_verdict_on_another_attempt_changes_nothing() {
            story.when(new AppraisePublish(LUCA_FLAG, SECOND, MERITS))
                    .refused(new Refusal.AttemptNotPending(SECOND.text()));
            story.when(new AcceptPublish(LUCA_FLAG, SECOND, CONTENTS))
                    .refused(new Refusal.AttemptNotPending(SECOND.text()));
        }

        @Test
        void there_is_nothing_to_yank_yet() {
            story.when(new YankVersion(LUCA_FLAG))
                    .refused(new Refusal.VersionNotFound(LUCA_FLAG.text()));
        }
    }

    @Nested
    class After_a_refusal {
        {
            story.given(List.of(REQUESTED, REFUSED));
        }

        @Test
        void the_same_version_may_be_uploaded_again() {
            story.when(request(SECOND))
                    .then(new PublishRequested(LUCA_FLAG, SECOND, "abc", 403, CONFIG));
        }

        @Test
        void a_second_refusal_of_the_same_attempt_is_no_news() {
            story.when(new RefusePublish(LUCA_FLAG, FIRST, "missingLicense", "no licence")).then();
        }

        @Test
        void a_late_good_verdict_comes_too_late() {
            story.when(new AppraisePublish(LUCA_FLAG, FIRST, MERITS))
                    .refused(new Refusal.AttemptNotPending(FIRST.text()));
        }
    }

    @Nested
    class While_its_files_are_laid_down {
        {
            story.given(List.of(REQUESTED, APPRAISED));
        }

        @Test
        void it_is_neither_stopped_nor_replaced() {
            story.when(new RefusePublish(LUCA_FLAG, FIRST, "cancelled", "stopped"))
                    .refused(new Refusal.AttemptNotPending(FIRST.text()));
            story.when(request(SECOND))
                    .refused(new Refusal.DuplicateVersion(LUCA_FLAG.text(), FIRST.text()));
        }

        @Test
        void what_it_needs_may_go_and_then_nobody_gets_its_number() {
            story.when(new SpoilPublish(LUCA_FLAG, FIRST, "missingLicense", "no licence"))
                    .then(REFUSED);
            story.when(new SpoilPublish(LUCA_FLAG, FIRST, "missingLicense", "no licence")).then();
            story.when(request(SECOND))
                    .refused(new Refusal.DuplicateVersion(LUCA_FLAG.text(), FIRST.text()));
            story.when(new AcceptPublish(LUCA_FLAG, FIRST, CONTENTS))
                    .refused(new Refusal.AttemptNotPending(FIRST.text()));
        }
    }

    @Nested
    class Once_published {
        {
            story.given(List.of(REQUESTED, PUBLISHED));
        }

        @Test
        void it_is_never_published_again_even_when_yanked() {
            story.given(List.of(new VersionYanked(LUCA_FLAG)));
            story.when(request(SECOND))
                    .refused(new Refusal.DuplicateVersion(LUCA_FLAG.text(), FIRST.text()));
        }

        @Test
        void a_late_good_verdict_lays_nothing_down() {
            story.when(new AppraisePublish(LUCA_FLAG, FIRST, MERITS))
                    .refused(new Refusal.AttemptNotPending(FIRST.text()));
        }

        @Test
        void the_same_verdict_again_is_no_news() {
            story.when(new AcceptPublish(LUCA_FLAG, FIRST, CONTENTS)).then();
        }

        @Test
        void it_can_be_yanked_and_brought_back() {
            story.when(new YankVersion(LUCA_FLAG)).then(new VersionYanked(LUCA_FLAG));
            story.when(new YankVersion(LUCA_FLAG)).then();
            story.when(new UnyankVersion(LUCA_FLAG)).then(new VersionUnyanked(LUCA_FLAG));
            story.when(new UnyankVersion(LUCA_FLAG)).then();
        }
    }
}
