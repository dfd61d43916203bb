package varve.command.hook;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.contract.Event;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.NpmPackageCreated;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageEvent.TagRemoved;
import varve.contract.pkg.PackageEvent.TagSet;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.MemberLeft;
import varve.contract.scope.ScopeName;
import varve.contract.star.StarEvent.PackageStarred;
import varve.contract.star.StarEvent.PackageUnstarred;
import varve.contract.version.VersionEvent.NpmVersionPublished;
import varve.contract.version.VersionEvent.VersionDeprecated;
import varve.contract.version.VersionEvent.VersionPublished;
import varve.contract.version.VersionEvent.VersionTombstoned;
import varve.contract.version.VersionEvent.VersionUndeprecated;
import varve.contract.version.VersionEvent.VersionUnyanked;
import varve.contract.version.VersionEvent.VersionYanked;
import varve.contract.version.VersionRef;

/// A fact that webhooks tell.
///
/// @param pkg absent when it is about a whole scope
/// @param npmEvent as npm names it, behind `package:`
/// @param subject as the change feed names it
/// @param change npm's `change`
/// @param isPublic whether it is of a kind that the change feed tells
record Happening(
        ScopeName scope,
        @Nullable PackageRef pkg,
        String npmEvent,
        String subject,
        Map<String, String> change,
        boolean isPublic) {

    static Optional<Happening> of(Event event) {
        return Optional.ofNullable(
                switch (event) {
                    case NpmVersionPublished published -> version(published.ref(), "publish");
                    case VersionPublished published -> version(published.ref(), "publish");
                    case VersionTombstoned(var ref) -> version(ref, "unpublish");
                    case VersionYanked(var ref) -> version(ref, "unpublish");
                    case VersionUnyanked(var ref) -> version(ref, "publish");
                    case VersionDeprecated(var ref, _) -> version(ref, "deprecated");
                    case VersionUndeprecated(var ref) -> version(ref, "undeprecated");
                    case TagSet(var pkg, var tag, var version) ->
                            of(
                                    pkg,
                                    "dist-tag",
                                    Map.of("dist-tag", tag.text(), "version", version),
                                    true);
                    case TagRemoved(var pkg, var tag) ->
                            of(pkg, "dist-tag-rm", Map.of("dist-tag", tag.text()), true);
                    case PackageStarred(_, var pkg) -> of(pkg, "star", Map.of(), false);
                    case PackageUnstarred(_, var pkg) -> of(pkg, "unstar", Map.of(), false);
                    case MemberJoined joined -> scope(joined.scope(), "owner");
                    case MemberLeft left -> scope(left.scope(), "owner-rm");
                    case PackageCreated _, NpmPackageCreated _ -> null;
                    case PackageEvent other -> of(other.pkg(), "change", Map.of(), false);
                    default -> null;
                });
    }

    private static Happening version(VersionRef ref, String npmEvent) {
        return new Happening(
                ref.pkg().scope(),
                ref.pkg(),
                npmEvent,
                ref.text(),
                Map.of("version", ref.version().text()),
                true);
    }

    private static Happening of(
            PackageRef pkg, String npmEvent, Map<String, String> change, boolean isPublic) {
        return new Happening(pkg.scope(), pkg, npmEvent, pkg.text(), change, isPublic);
    }

    private static Happening scope(ScopeName scope, String npmEvent) {
        return new Happening(scope, null, npmEvent, "@" + scope.text(), Map.of(), false);
    }
}
