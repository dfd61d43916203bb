package varve.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import varve.contract.CommandRefused;
import varve.contract.Event;
import varve.contract.account.UserId;
import varve.contract.advisory.AdvisoryEvent;
import varve.contract.docs.Merits;
import varve.contract.downloads.DownloadsEvent;
import varve.contract.downloads.Taken;
import varve.contract.modules.BuildEvent;
import varve.contract.modules.BuildId;
import varve.contract.modules.GitTag;
import varve.contract.modules.ModerationEvent;
import varve.contract.modules.ModuleEvent;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.contract.modules.OwnerEvent;
import varve.contract.modules.OwnerName;
import varve.contract.modules.OwnerTerms;
import varve.contract.modules.Repository;
import varve.contract.modules.Shelved;
import varve.contract.modules.Subdir;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.ReadmeSource;
import varve.contract.pkg.RuntimeCompat;
import varve.contract.pkg.SourceRepository;
import varve.contract.pkg.TagName;
import varve.contract.pkg.TrustedPublisher;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.Contents;
import varve.contract.publishing.FilePath;
import varve.contract.publishing.NpmRelease;
import varve.contract.scope.HoldingsEvent;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeName;
import varve.contract.scope.ScopeQuota;
import varve.contract.scope.Visibility;
import varve.contract.token.Grant;
import varve.contract.token.TokenEvent;
import varve.contract.token.TokenId;
import varve.contract.token.TokenKind;
import varve.contract.uplink.UpstreamEvent;
import varve.contract.uplink.UpstreamTarball;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionRef;

/// One fact of each type, with everything in it that may be absent.
final class EventExamples {
    private static final UserId LUCA = Wishes.LUCA;
    private static final TokenId TOKEN = new TokenId(uuid(2));
    private static final AttemptId ATTEMPT = new AttemptId(uuid(3));
    private static final ScopeName SCOPE = ScopeName.of("luca");
    private static final PackageRef PACKAGE = PackageRef.of("@luca/flag");
    private static final VersionRef VERSION = VersionRef.of("@luca/flag@1.0.0-rc.1");

    private static final ModuleName MODULE = ModuleName.of("flag");
    private static final ModuleVersion RELEASE = ModuleVersion.of("flag@release/1.0");
    private static final BuildId BUILD = BuildId.of("5f1d7b2e9c0a4b3d8e6f7a90");
    private static final Repository REPOSITORY =
            Repository.of("github", 274939732, "luca-rand/testing");

    private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123Z");

    private EventExamples() {}

    private static UUID uuid(int last) {
        return UUID.fromString("0f4b7c6e-0000-4000-8000-%012d".formatted(last));
    }

    static List<Event> all() {
        return Stream.of(AccountExamples.all(), TeamExamples.all(), own())
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<Event> own() {
        return Stream.<Event>of(
                new TokenEvent.TokenIssued(
                        TOKEN,
                        LUCA,
                        TokenKind.PERSONAL,
                        "ab".repeat(32),
                        grant(),
                        Instant.parse("2026-11-21T12:00:00.123456Z")),
                new TokenEvent.TokenRevoked(TOKEN),
                new ScopeEvent.ScopeCreated(SCOPE, LUCA),
                new ScopeEvent.ScopeDescribed(SCOPE, "Flags, \"quoted\" and ünïcode"),
                new ScopeEvent.MemberJoined(SCOPE, LUCA, Role.ADMIN),
                new ScopeEvent.CiRequired(SCOPE, true),
                new ScopeEvent.CiActorVerified(SCOPE, false),
                new ScopeEvent.ScopeVisibilitySet(SCOPE, Visibility.PRIVATE),
                new ScopeEvent.ScopeQuotaSet(SCOPE, new ScopeQuota(200, 40, 2000)),
                new ScopeEvent.MemberInvited(SCOPE, LUCA, LUCA, Role.READER),
                new ScopeEvent.InviteDeclined(SCOPE, LUCA),
                new ScopeEvent.InviteWithdrawn(SCOPE, LUCA),
                new ScopeEvent.RoleChanged(SCOPE, LUCA, Role.AUDITOR),
                new ScopeEvent.MemberLeft(SCOPE, LUCA),
                new ScopeEvent.OwnershipPassed(SCOPE, LUCA),
                new ScopeEvent.PackageAdmitted(SCOPE, "flag", AT),
                new ScopeEvent.PackageDismissed(SCOPE, "flag"),
                new ScopeEvent.ScopeFlagged(SCOPE, ScopeName.of("luce")),
                new ScopeEvent.ScopeDeleted(SCOPE),
                new HoldingsEvent.ScopeTaken(LUCA, SCOPE, AT),
                new HoldingsEvent.ScopeGivenUp(LUCA, SCOPE),
                new HoldingsEvent.ScopesLimited(LUCA, 7),
                new PackageEvent.RepositoryLinked(
                        PACKAGE, new SourceRepository("luca-rand", "flag", 274939732L)),
                new PackageEvent.RepositoryUnlinked(PACKAGE),
                new PackageEvent.RuntimeCompatSet(
                        PACKAGE, new RuntimeCompat(false, true, true, null, null)),
                new PackageEvent.ReadmeSourceSet(PACKAGE, ReadmeSource.JSDOC),
                new PackageEvent.PackageArchived(PACKAGE),
                new PackageEvent.PackageUnarchived(PACKAGE),
                new PackageEvent.PackageFeatured(PACKAGE),
                new PackageEvent.PackageUnfeatured(PACKAGE),
                new PackageEvent.PackageVisibilitySet(PACKAGE, Visibility.PRIVATE),
                new PackageEvent.PublisherTrusted(
                        PACKAGE,
                        new TrustedPublisher(
                                "4f1c", "github", "luca/flag", "publish.yml", null, true, false)),
                new PackageEvent.PublisherDistrusted(PACKAGE, "4f1c"),
                new PackageEvent.DeletionBegun(PACKAGE),
                new PackageEvent.DeletionAbandoned(PACKAGE),
                new PackageEvent.PackageDeleted(PACKAGE),
                new PackageEvent.PackageMoved(PACKAGE, PackageRef.of("@luca/banner")),
                new PackageEvent.PackageCreated(PACKAGE),
                new PackageEvent.PackageDescribed(PACKAGE, "Draws flags"),
                new PackageEvent.NpmPackageCreated(PACKAGE),
                new PackageEvent.TagSet(PACKAGE, new TagName("next"), VERSION.version().text()),
                new PackageEvent.TagRemoved(PACKAGE, new TagName("next")),
                new VersionEvent.NpmVersionPublished(VERSION, ATTEMPT, release(), TagName.LATEST),
                new VersionEvent.VersionDeprecated(VERSION, "use @luca/banner"),
                new VersionEvent.VersionUndeprecated(VERSION),
                new VersionEvent.VersionTombstoned(VERSION),
                new VersionEvent.PublishRequested(
                        VERSION, ATTEMPT, "cd".repeat(32), 1234, FilePath.of("/deno.json")),
                new VersionEvent.PublishRefused(
                        VERSION, ATTEMPT, "graphError", "a module is missing"),
                new VersionEvent.VersionPublished(VERSION, ATTEMPT, contents()),
                new VersionEvent.VersionAppraised(
                        VERSION, new Merits(true, false, List.of("./sub"), 0.75, true)),
                new VersionEvent.VersionYanked(VERSION),
                new VersionEvent.VersionUnyanked(VERSION),
                new ModuleEvent.ModuleRegistered(MODULE, REPOSITORY),
                new ModuleEvent.ModuleMoved(MODULE, REPOSITORY),
                new ModuleEvent.ModuleDescribed(MODULE, "Draws \"flags\""),
                new ModuleEvent.ModuleStarred(MODULE, 2),
                new ModuleEvent.ModuleUnlisted(MODULE),
                new ModuleEvent.ModuleRelisted(MODULE),
                new ModuleEvent.ModuleImported(
                        MODULE,
                        REPOSITORY,
                        "Draws flags",
                        2,
                        true,
                        Instant.parse("2020-06-25T12:00:00.123Z")),
                new ModuleEvent.ModuleRemoved(MODULE),
                new ModuleEvent.ModuleSecretSet(MODULE),
                new ModuleEvent.ModuleSecretRemoved(MODULE),
                new BuildEvent.BuildQueued(
                        RELEASE,
                        BUILD,
                        REPOSITORY,
                        GitTag.of("release/v1.0"),
                        Subdir.of("lib/"),
                        "72d3162e-cc78-11e3-81ab-4c9367dc0958"),
                new BuildEvent.BuildStarted(RELEASE, BUILD, "ab".repeat(20)),
                new BuildEvent.BuildFailed(RELEASE, BUILD, "Module too large"),
                new BuildEvent.ModulePublished(
                        RELEASE,
                        BUILD,
                        new Shelved(11, 2735, "03".repeat(32)),
                        "Published module."),
                new BuildEvent.AnalysisStarted(RELEASE, BUILD),
                new BuildEvent.DependenciesFound(
                        RELEASE, BUILD, List.of("https://deno.land/std@0.64.0/fs/mod.ts")),
                new BuildEvent.BuildImported(
                        RELEASE,
                        BUILD,
                        REPOSITORY,
                        GitTag.of("release/v1.0"),
                        Subdir.of("lib/"),
                        Instant.parse("2020-06-25T12:00:00.123Z"),
                        new Shelved(11, 2735, "03".repeat(32)),
                        "Published module."),
                new OwnerEvent.OwnerTermsSet(
                        OwnerName.of("Luca"), new OwnerTerms(7, 52_428_800L, true)),
                new ModerationEvent.WordsForbidden(List.of("frisbee")),
                new DownloadsEvent.DownloadsAdded(
                        uuid(5), "2026-11-21", List.of(new Taken("@luca/flag", "1.0.0", 12))),
                new AdvisoryEvent.AdvisoryRecorded(
                        "GHSA-29mw-wpgm-hmr9", "{\"id\":\"GHSA-29mw-wpgm-hmr9\"}"),
                new UpstreamEvent.TarballEntered(
                        new UpstreamTarball(
                                "@luca/flag",
                                "1.0.0",
                                "outside",
                                "https://registry.example/@luca/flag/-/flag-1.0.0.tgz",
                                "sha512-c2hhNTEy",
                                3456)),
                new CommandRefused(uuid(4).toString(), "create-scope", "scope:luca", "NotStaff"));
    }

    static Event of(Class<?> type) {
        return all().stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example of " + type));
    }

    private static Grant grant() {
        return new Grant.Publishing(
                List.of(
                        new Grant.Permission(SCOPE, "flag", "1.0.0", "sha256-" + "ef".repeat(32)),
                        new Grant.Permission(SCOPE, null, null, null)));
    }

    private static NpmRelease release() {
        return new NpmRelease(
                "03".repeat(20), "c2hhNTEy", 3456, 4, 5678, true, "{\"name\":\"@luca/flag\"}");
    }

    private static Contents contents() {
        return new Contents(
                "01".repeat(32),
                List.of(new Contents.Export(".", "./mod.ts")),
                List.of(
                        new Contents.Dependency(
                                Contents.Registry.JSR, "@std/path", "^1.0.0", "posix")),
                new Contents.NpmTarball(1, "02".repeat(20), "c2hhNTEy", 2345, "{\"name\":\"x\"}"),
                3,
                4567,
                "MIT",
                FilePath.of("/README.md"));
    }
}
