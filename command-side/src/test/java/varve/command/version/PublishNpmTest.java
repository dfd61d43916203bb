package varve.command.version;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import varve.command.Story;
import varve.contract.Refusal;
import varve.contract.pkg.TagName;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.publishing.NpmRelease;
import varve.contract.version.VersionCommand;
import varve.contract.version.VersionCommand.DeprecateVersion;
import varve.contract.version.VersionCommand.PublishNpm;
import varve.contract.version.VersionCommand.RequestPublish;
import varve.contract.version.VersionCommand.UnpublishVersion;
import varve.contract.version.VersionCommand.YankVersion;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.NpmVersionPublished;
import varve.contract.version.VersionEvent.PublishRequested;
import varve.contract.version.VersionEvent.VersionDeprecated;
import varve.contract.version.VersionEvent.VersionTombstoned;
import varve.contract.version.VersionEvent.VersionUndeprecated;
import varve.contract.version.VersionEvent.VersionYanked;
import varve.contract.version.VersionRef;

class PublishNpmTest {
    static final VersionRef LUCA_FLAG = VersionRef.of("@luca/flag@1.0.0");
    static final AttemptId FIRST = new AttemptId(new UUID(0, 1));
    static final AttemptId SECOND = new AttemptId(new UUID(0, 2));
    static final NpmRelease RELEASE =
            new NpmRelease("sha1", "sha512", 290, 3, 171, false, "{\"name\":\"@luca/flag\"}");
    static final NpmVersionPublished PUBLISHED =
            new NpmVersionPublished(LUCA_FLAG, FIRST, RELEASE, TagName.LATEST);
    static final Refusal TAKEN = new Refusal.AlreadyPublished(LUCA_FLAG.text());
    static final Refusal NOT_THERE = new Refusal.VersionNotFound(LUCA_FLAG.text());

    final Story<Version, VersionCommand, VersionEvent> story = Story.of(Version.SUBJECT);

    static PublishNpm publish(AttemptId attempt) {
        return new PublishNpm(LUCA_FLAG, attempt, RELEASE, TagName.LATEST);
    }

    @Test
    void the_first_to_publish_a_version_has_it() {
        story.when(publish(FIRST)).then(PUBLISHED);
        story.when(publish(SECOND)).refused(TAKEN);
    }

    @Test
    void what_was_never_published_is_neither_deprecated_nor_taken_away() {
        story.when(new DeprecateVersion(LUCA_FLAG, "old")).refused(NOT_THERE);
        story.when(new UnpublishVersion(LUCA_FLAG)).refused(NOT_THERE);
    }

    @Test
    void an_upload_of_sources_under_way_keeps_npm_clients_out() {
        story.given(
                List.of(
                        new PublishRequested(
                                LUCA_FLAG, FIRST, "abc", 403, FilePath.of("/deno.json"))));
        story.when(publish(SECOND)).refused(TAKEN);
    }

    @Nested
    class Once_published {
        {
            story.given(List.of(PUBLISHED));
        }

        @Test
        void it_is_deprecated_and_the_warning_can_change_and_go() {
            story.when(new DeprecateVersion(LUCA_FLAG, "old"))
                    .then(new VersionDeprecated(LUCA_FLAG, "old"));
            story.when(new DeprecateVersion(LUCA_FLAG, "old")).then();
            story.when(new DeprecateVersion(LUCA_FLAG, "broken"))
                    .then(new VersionDeprecated(LUCA_FLAG, "broken"));
            story.when(new DeprecateVersion(LUCA_FLAG, ""))
                    .then(new VersionUndeprecated(LUCA_FLAG));
            story.when(new DeprecateVersion(LUCA_FLAG, "")).then();
        }

        @Test
        void it_can_be_yanked_like_any_other() {
            story.when(new YankVersion(LUCA_FLAG)).then(new VersionYanked(LUCA_FLAG));
            story.when(new YankVersion(LUCA_FLAG)).then();
        }

        @Test
        void sources_cannot_be_published_over_it() {
            story.when(new RequestPublish(LUCA_FLAG, SECOND, "abc", 403, FilePath.of("/deno.json")))
                    .refused(TAKEN);
        }
    }

    @Nested
    class After_it_was_taken_away {
        {
            story.given(List.of(PUBLISHED));
            story.when(new UnpublishVersion(LUCA_FLAG)).then(new VersionTombstoned(LUCA_FLAG));
        }

        @Test
        void its_number_is_never_given_again() {
            story.when(publish(SECOND)).refused(TAKEN);
        }

        @Test
        void taking_it_away_again_is_no_news() {
            story.when(new UnpublishVersion(LUCA_FLAG)).then();
        }

        @Test
        void there_is_nothing_to_deprecate_or_yank() {
            story.when(new DeprecateVersion(LUCA_FLAG, "old")).refused(NOT_THERE);
            story.when(new YankVersion(LUCA_FLAG)).refused(NOT_THERE);
        }
    }
}
