package varve.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import varve.contract.account.UserEvent;
import varve.contract.modules.BuildEvent;
import varve.contract.modules.ModerationEvent;
import varve.contract.modules.ModuleEvent;
import varve.contract.modules.OwnerEvent;
import varve.contract.pkg.PackageEvent;
import varve.contract.scope.ScopeEvent;
import varve.contract.token.TokenEvent;
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
                    new Entry(TokenEvent.TokenIssued.class, "token.issued", 1),
                    new Entry(TokenEvent.TokenRevoked.class, "token.revoked", 1),
                    new Entry(ScopeEvent.ScopeCreated.class, "scope.created", 1),
                    new Entry(ScopeEvent.ScopeDescribed.class, "scope.described", 1),
                    new Entry(ScopeEvent.MemberJoined.class, "scope.member-joined", 1),
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
