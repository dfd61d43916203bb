package varve.command.publishing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.Seclusion;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.Contents.Dependency;
import varve.contract.scope.ScopeName;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.States;

/// Checks that what an upload depends on is there. It reads the same lists that Deno will read, so
/// the two cannot disagree.
public final class Dependencies {
    private final Blobs blobs;
    private final JsonMapper json;
    private final States states;
    private final @Nullable Fallback fallback;

    public Dependencies(Blobs blobs, JsonMapper json, States states, Optional<Fallback> fallback) {
        this.blobs = blobs;
        this.json = json;
        this.states = states;
        this.fallback = fallback.orElse(null);
    }

    /// Where everything that an upload depends on is found: the same dependencies, those of another
    /// registry with its address. What is private is not there for scopes whose admins may not know
    /// of it. Packages of npm are not looked up; those that are JSR's under their names on npm get
    /// the other registry's address unless they are here.
    ///
    /// What a package needs of itself in a range that holds the version being published is inside
    /// the upload and is not among them.
    ///
    /// @throws Faulted for the first dependency that nothing published satisfies
    /// @throws IOException when another registry has to be asked and does not answer
    List<Dependency> found(ScopeName dependant, List<Dependency> dependencies) throws IOException {
        var found = new ArrayList<Dependency>();
        for (var dependency : dependencies) {
            found.add(
                    switch (dependency.registry()) {
                        case JSR -> source(dependant, dependency);
                        case NPM -> npm(dependant, dependency);
                    });
        }
        return found;
    }

    /// Whoever publishes a package here takes it over: then the other registry is not asked for it.
    private Dependency source(ScopeName dependant, Dependency dependency) throws IOException {
        PackageRef pkg;
        try {
            pkg = PackageRef.of(dependency.name());
        } catch (Refused _) {
            throw unresolvable(dependency);
        }
        var meta = hosted(dependant, pkg);
        if (meta.isPresent()) {
            here(pkg, meta.get(), dependency);
            return dependency;
        }
        if (fallback == null) {
            throw unresolvable(dependency);
        }
        there(fallback, pkg, dependency);
        return dependency.at(fallback.registry());
    }

    private Dependency npm(ScopeName dependant, Dependency dependency) {
        return fallback != null
                        && PackageRef.ofNpmName(dependency.name())
                                .filter(pkg -> hosted(dependant, pkg).isEmpty())
                                .isPresent()
                ? dependency.at(fallback.registry())
                : dependency;
    }

    /// What is published here under a name, as far as the dependant may know.
    private Optional<JsonNode> hosted(ScopeName dependant, PackageRef pkg) {
        return blobs.bytes(Paths.packageMeta(pkg))
                .filter(_ -> Seclusion.of(pkg, states).admits(dependant, states))
                .map(json::readTree)
                .filter(meta -> !meta.path("versions").isEmpty());
    }

    /// Yanked versions count, as they do for clients that have locked one.
    private void here(PackageRef pkg, JsonNode meta, Dependency dependency) {
        var highest =
                matching(pkg, meta, dependency)
                        .max(Comparator.comparing(VersionRef::version))
                        .orElseThrow(() -> unresolvable(dependency));
        var version = blobs.bytes(Paths.versionMeta(highest)).map(json::readTree);
        if (version.filter(found -> exports(found, dependency)).isEmpty()) {
            throw missingExport(highest, dependency);
        }
    }

    /// From the highest match downwards, the first that exports what is wanted will do.
    private static void there(Fallback other, PackageRef pkg, Dependency dependency)
            throws IOException {
        var meta = other.meta(pkg).orElseThrow(() -> unresolvable(dependency));
        var versions =
                matching(pkg, meta, dependency)
                        .filter(version -> !isYanked(meta, version))
                        .sorted(Comparator.comparing(VersionRef::version).reversed())
                        .toList();
        for (var version : versions) {
            if (other.meta(version).filter(found -> exports(found, dependency)).isPresent()) {
                return;
            }
        }
        throw versions.isEmpty()
                ? unresolvable(dependency)
                : missingExport(versions.getFirst(), dependency);
    }

    private static Stream<VersionRef> matching(
            PackageRef pkg, JsonNode meta, Dependency dependency) {
        return meta.path("versions").propertyNames().stream()
                .filter(version -> satisfies(version, dependency.constraint()))
                .map(version -> new VersionRef(pkg, VersionNumber.of(version)));
    }

    private static boolean satisfies(String version, String constraint) {
        var parsed = Semver.parse(version);
        return parsed != null && parsed.satisfies(constraint);
    }

    private static boolean isYanked(JsonNode meta, VersionRef version) {
        var entry = meta.path("versions").path(version.version().text());
        return entry.path("yanked").asBoolean(false);
    }

    private static boolean exports(JsonNode versionMeta, Dependency dependency) {
        return versionMeta.path("exports").has(key(dependency));
    }

    private static String key(Dependency dependency) {
        return dependency.path().isEmpty() ? "." : "./" + dependency.path();
    }

    private static Faulted unresolvable(Dependency dependency) {
        return Fault.UNRESOLVABLE_JSR_DEPENDENCY.with(
                "unresolvable 'jsr:' dependency: '%s', no published version matches the constraint '%s'"
                        .formatted(specifier(dependency), dependency.constraint()));
    }

    private static Faulted missingExport(VersionRef version, Dependency dependency) {
        return Fault.INVALID_JSR_DEPENDENCY_SUB_PATH.with(
                "invalid 'jsr:' dependency: '%s', %s has no export '%s'"
                        .formatted(specifier(dependency), version.text(), key(dependency)));
    }

    private static String specifier(Dependency dependency) {
        return "jsr:"
                + dependency.name()
                + "@"
                + dependency.constraint()
                + (dependency.path().isEmpty() ? "" : "/" + dependency.path());
    }
}
