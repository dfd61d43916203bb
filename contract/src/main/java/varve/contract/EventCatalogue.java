package varve.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import varve.contract.account.UserEvent;
import varve.contract.advisory.AdvisoryEvent;
import varve.contract.attestation.AttestationEvent;
import varve.contract.downloads.DownloadsEvent;
import varve.contract.hook.HookEvent;
import varve.contract.modules.BuildEvent;
import varve.contract.modules.ModerationEvent;
import varve.contract.modules.ModuleEvent;
import varve.contract.modules.OwnerEvent;
import varve.contract.pkg.PackageEvent;
import varve.contract.scope.HoldingsEvent;
import varve.contract.scope.ScopeEvent;
import varve.contract.stage.StageEvent;
import varve.contract.star.StarEvent;
import varve.contract.team.TeamEvent;
import varve.contract.ticket.TicketEvent;
import varve.contract.token.TokenEvent;
import varve.contract.uplink.UpstreamEvent;
import varve.contract.version.VersionEvent;

/// The names under which facts are stored. A name is for ever; the class behind it may move. A
/// changed shape gets the next revision and an upcaster from the one before.
public final class EventCatalogue {
    /// @param name what is stored, for example `version.published`
    /// @param revision shape of the stored payload, counted from 1
    public record Entry(Class<? extends Event> type, String name, int revision) {}

    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry(UserEvent.UserRegistered.class, "user.registered", 1),
                    new Entry(UserEvent.StaffAppointed.class, "user.staff-appointed", 1),
                    new Entry(UserEvent.PasswordChanged.class, "user.password-changed", 1),
                    new Entry(UserEvent.SecondFactorSet.class, "user.second-factor-set", 1),
                    new Entry(UserEvent.SecondFactorRemoved.class, "user.second-factor-removed", 1),
                    new Entry(UserEvent.PasskeyAdded.class, "user.passkey-added", 1),
                    new Entry(UserEvent.PasskeyRemoved.class, "user.passkey-removed", 1),
                    new Entry(UserEvent.PasskeyUsed.class, "user.passkey-used", 1),
                    new Entry(UserEvent.StaffDismissed.class, "user.staff-dismissed", 1),
                    new Entry(UserEvent.UserBlocked.class, "user.blocked", 1),
                    new Entry(UserEvent.UserUnblocked.class, "user.unblocked", 1),
                    new Entry(UserEvent.UserErased.class, "user.erased", 1),
                    new Entry(TokenEvent.TokenIssued.class, "token.issued", 2),
                    new Entry(TokenEvent.TokenRevoked.class, "token.revoked", 1),
                    new Entry(ScopeEvent.ScopeCreated.class, "scope.created", 1),
                    new Entry(ScopeEvent.ScopeDescribed.class, "scope.described", 1),
                    new Entry(ScopeEvent.MemberJoined.class, "scope.member-joined", 1),
                    new Entry(ScopeEvent.CiRequired.class, "scope.ci-required", 1),
                    new Entry(ScopeEvent.CiActorVerified.class, "scope.ci-actor-verified", 1),
                    new Entry(ScopeEvent.ScopeVisibilitySet.class, "scope.visibility-set", 1),
                    new Entry(ScopeEvent.ScopeQuotaSet.class, "scope.quota-set", 1),
                    new Entry(ScopeEvent.MemberInvited.class, "scope.member-invited", 1),
                    new Entry(ScopeEvent.InviteDeclined.class, "scope.invite-declined", 1),
                    new Entry(ScopeEvent.InviteWithdrawn.class, "scope.invite-withdrawn", 1),
                    new Entry(ScopeEvent.RoleChanged.class, "scope.role-changed", 1),
                    new Entry(ScopeEvent.MemberLeft.class, "scope.member-left", 1),
                    new Entry(ScopeEvent.OwnershipPassed.class, "scope.ownership-passed", 1),
                    new Entry(ScopeEvent.PackageAdmitted.class, "scope.package-admitted", 1),
                    new Entry(ScopeEvent.PackageDismissed.class, "scope.package-dismissed", 1),
                    new Entry(ScopeEvent.ScopeFlagged.class, "scope.flagged", 1),
                    new Entry(ScopeEvent.ScopeDeleted.class, "scope.deleted", 1),
                    new Entry(HoldingsEvent.ScopeTaken.class, "holdings.scope-taken", 1),
                    new Entry(HoldingsEvent.ScopeGivenUp.class, "holdings.scope-given-up", 1),
                    new Entry(HoldingsEvent.ScopesLimited.class, "holdings.scopes-limited", 1),
                    new Entry(PackageEvent.RepositoryLinked.class, "package.repository-linked", 1),
                    new Entry(
                            PackageEvent.RepositoryUnlinked.class,
                            "package.repository-unlinked",
                            1),
                    new Entry(PackageEvent.RuntimeCompatSet.class, "package.runtime-compat-set", 1),
                    new Entry(PackageEvent.ReadmeSourceSet.class, "package.readme-source-set", 1),
                    new Entry(PackageEvent.PackageArchived.class, "package.archived", 1),
                    new Entry(PackageEvent.PackageUnarchived.class, "package.unarchived", 1),
                    new Entry(PackageEvent.PackageFeatured.class, "package.featured", 1),
                    new Entry(PackageEvent.PackageUnfeatured.class, "package.unfeatured", 1),
                    new Entry(PackageEvent.PackageVisibilitySet.class, "package.visibility-set", 1),
                    new Entry(PackageEvent.PublisherTrusted.class, "package.publisher-trusted", 1),
                    new Entry(
                            PackageEvent.PublisherDistrusted.class,
                            "package.publisher-distrusted",
                            1),
                    new Entry(PackageEvent.DeletionBegun.class, "package.deletion-begun", 1),
                    new Entry(
                            PackageEvent.DeletionAbandoned.class, "package.deletion-abandoned", 1),
                    new Entry(PackageEvent.PackageDeleted.class, "package.deleted", 1),
                    new Entry(PackageEvent.PackageMoved.class, "package.moved", 1),
                    new Entry(PackageEvent.PackageCreated.class, "package.created", 1),
                    new Entry(PackageEvent.PackageDescribed.class, "package.described", 1),
                    new Entry(PackageEvent.NpmPackageCreated.class, "package.npm-created", 1),
                    new Entry(PackageEvent.TagSet.class, "package.tag-set", 1),
                    new Entry(PackageEvent.TagRemoved.class, "package.tag-removed", 1),
                    new Entry(VersionEvent.NpmVersionPublished.class, "version.npm-published", 1),
                    new Entry(VersionEvent.VersionDeprecated.class, "version.deprecated", 1),
                    new Entry(VersionEvent.VersionUndeprecated.class, "version.undeprecated", 1),
                    new Entry(VersionEvent.VersionTombstoned.class, "version.tombstoned", 1),
                    new Entry(VersionEvent.PublishRequested.class, "version.publish-requested", 1),
                    new Entry(VersionEvent.PublishRefused.class, "version.publish-refused", 1),
                    new Entry(VersionEvent.VersionPublished.class, "version.published", 1),
                    new Entry(VersionEvent.VersionAppraised.class, "version.appraised", 1),
                    new Entry(VersionEvent.VersionYanked.class, "version.yanked", 1),
                    new Entry(VersionEvent.VersionUnyanked.class, "version.unyanked", 1),
                    new Entry(ModuleEvent.ModuleRegistered.class, "module.registered", 1),
                    new Entry(ModuleEvent.ModuleMoved.class, "module.moved", 1),
                    new Entry(ModuleEvent.ModuleDescribed.class, "module.described", 1),
                    new Entry(ModuleEvent.ModuleStarred.class, "module.starred", 1),
                    new Entry(ModuleEvent.ModuleUnlisted.class, "module.unlisted", 1),
                    new Entry(ModuleEvent.ModuleRelisted.class, "module.relisted", 1),
                    new Entry(ModuleEvent.ModuleImported.class, "module.imported", 1),
                    new Entry(ModuleEvent.ModuleRemoved.class, "module.removed", 1),
                    new Entry(ModuleEvent.ModuleSecretSet.class, "module.secret-set", 1),
                    new Entry(ModuleEvent.ModuleSecretRemoved.class, "module.secret-removed", 1),
                    new Entry(BuildEvent.BuildQueued.class, "module.build-queued", 1),
                    new Entry(BuildEvent.BuildStarted.class, "module.build-started", 1),
                    new Entry(BuildEvent.BuildFailed.class, "module.build-failed", 1),
                    new Entry(BuildEvent.ModulePublished.class, "module.published", 1),
                    new Entry(BuildEvent.AnalysisStarted.class, "module.analysis-started", 1),
                    new Entry(BuildEvent.DependenciesFound.class, "module.dependencies-found", 1),
                    new Entry(BuildEvent.BuildImported.class, "module.build-imported", 1),
                    new Entry(OwnerEvent.OwnerTermsSet.class, "owner.terms-set", 1),
                    new Entry(
                            ModerationEvent.WordsForbidden.class, "moderation.words-forbidden", 1),
                    new Entry(DownloadsEvent.DownloadsAdded.class, "downloads.added", 1),
                    new Entry(AdvisoryEvent.AdvisoryRecorded.class, "advisory.recorded", 1),
                    new Entry(StarEvent.PackageStarred.class, "star.package-starred", 1),
                    new Entry(StarEvent.PackageUnstarred.class, "star.package-unstarred", 1),
                    new Entry(TicketEvent.TicketOpened.class, "ticket.opened", 1),
                    new Entry(TicketEvent.TicketAnswered.class, "ticket.answered", 1),
                    new Entry(TicketEvent.TicketClosed.class, "ticket.closed", 1),
                    new Entry(TicketEvent.TicketReopened.class, "ticket.reopened", 1),
                    new Entry(HookEvent.HookAdded.class, "hook.added", 1),
                    new Entry(HookEvent.HookChanged.class, "hook.changed", 1),
                    new Entry(HookEvent.HookRemoved.class, "hook.removed", 1),
                    new Entry(
                            AttestationEvent.VersionAttested.class,
                            "attestation.version-attested",
                            1),
                    new Entry(StageEvent.VersionStaged.class, "stage.version-staged", 1),
                    new Entry(StageEvent.StageApproved.class, "stage.approved", 1),
                    new Entry(StageEvent.StageRejected.class, "stage.rejected", 1),
                    new Entry(TeamEvent.TeamFormed.class, "team.formed", 1),
                    new Entry(TeamEvent.TeamDissolved.class, "team.dissolved", 1),
                    new Entry(TeamEvent.TeammateAdded.class, "team.teammate-added", 1),
                    new Entry(TeamEvent.TeammateRemoved.class, "team.teammate-removed", 1),
                    new Entry(TeamEvent.PackageGranted.class, "team.package-granted", 1),
                    new Entry(TeamEvent.PackageRevoked.class, "team.package-revoked", 1),
                    new Entry(UpstreamEvent.TarballEntered.class, "upstream.tarball-entered", 1),
                    new Entry(CommandRefused.class, "command.refused", 1));

    private static final Map<Class<?>, Entry> BY_TYPE =
            ENTRIES.stream()
                    .collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

    private static final Map<String, Entry> BY_NAME =
            ENTRIES.stream()
                    .collect(Collectors.toUnmodifiableMap(Entry::name, Function.identity()));

    private EventCatalogue() {}

    public static Stream<Entry> entries() {
        return ENTRIES.stream();
    }

    /// How facts of this class are stored.
    ///
    /// @throws IllegalArgumentException when the class is not a fact of this registry
    public static Entry of(Class<?> type) {
        var entry = BY_TYPE.get(type);
        if (entry == null) {
            throw new IllegalArgumentException(type + " is not in the event catalogue");
        }
        return entry;
    }

    public static Optional<Entry> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
