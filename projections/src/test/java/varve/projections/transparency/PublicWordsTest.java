package varve.projections.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import varve.contract.Event;
import varve.contract.account.UserEvent.UserRegistered;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageEvent.TagSet;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TagName;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.NpmRelease;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.ScopeCreated;
import varve.contract.scope.ScopeName;
import varve.contract.version.VersionEvent.NpmVersionPublished;
import varve.contract.version.VersionEvent.VersionYanked;
import varve.contract.version.VersionRef;

/// The words are signed, so they are for ever.
class PublicWordsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final PackageRef FLAG = PackageRef.of("@luca/flag");
    private static final VersionRef VERSION = VersionRef.of("@luca/flag@1.0.0");
    private static final UserId LUCA = new UserId(new UUID(0, 1));
    private static final Event PUBLISHED =
            new NpmVersionPublished(
                    VERSION,
                    new AttemptId(new UUID(0, 2)),
                    new NpmRelease(
                            "da39", "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg==", 9, 1, 9, false, "{}"),
                    TagName.of("latest"));

    @Test
    void what_is_public_is_said_in_words_that_never_change() {
        assertThat(said(PUBLISHED))
                .isEqualTo(
                        "type=version.npm-published time=2026-06-01T12:00:00Z"
                                + " subject=@luca/flag@1.0.0"
                                + " tarball=sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg== tag=latest");
        assertThat(said(new VersionYanked(VERSION)))
                .isEqualTo(
                        "type=version.yanked time=2026-06-01T12:00:00Z subject=@luca/flag@1.0.0");
        assertThat(said(new TagSet(FLAG, TagName.of("next"), "2.0.0 beta\n")))
                .isEqualTo(
                        "type=package.tag-set time=2026-06-01T12:00:00Z subject=@luca/flag"
                                + " tag=next version=2.0.0%{20}beta%{a}");
    }

    @Test
    void people_and_names_that_were_merely_taken_are_sealed() {
        for (var event :
                List.of(
                        new UserRegistered(LUCA),
                        new ScopeCreated(ScopeName.of("luca"), LUCA),
                        new MemberJoined(ScopeName.of("luca"), LUCA, Role.ADMIN),
                        new PackageCreated(FLAG))) {
            assertThat(PublicWords.of(event, NOON, Set.of())).as("%s", event).isEmpty();
        }
    }

    @Test
    void nothing_is_said_of_what_is_private() {
        for (var hidden : List.of("@luca", "@luca/flag")) {
            assertThat(PublicWords.of(PUBLISHED, NOON, Set.of(hidden))).isEmpty();
            assertThat(PublicWords.of(new VersionYanked(VERSION), NOON, Set.of(hidden))).isEmpty();
        }
        assertThat(PublicWords.of(PUBLISHED, NOON, Set.of("@luca/cloth"))).isPresent();
    }

    private static String said(Event event) {
        return PublicWords.of(event, NOON, Set.of()).orElseThrow();
    }
}
