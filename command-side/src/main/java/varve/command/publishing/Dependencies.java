package varve.command.publishing;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.Seclusion;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.Contents.Dependency;
import varve.contract.publishing.Contents.Registry;
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

    /// Why an upload cannot be accepted, as the publishing task says it.
    record Unmet(String code, String message) {}

    /// The first dependency that nothing published satisfies. What is private is not there for
    /// scopes whose admins may not know of it.
    ///
    /// What a package needs of itself in a range that holds the version being published is inside
    /// the upload and is not among them.
    ///
    /// @throws IOException when another registry has to be asked and does not answer
    Optional<Unmet> unmet(ScopeName dependant, List<Dependency> dependencies) throws IOException {
        for (var dependency : dependencies) {
            if (dependency.registry() == Registry.JSR) {
                var unmet = unmet(dependant, dependency);
                if (unmet.isPresent()) {
                    return unmet;
                }
            }
        }
        return Optional.empty();
    }

    /// Whoever publishes a package here takes it over: then the other registry is not asked for it.
    private Optional<Unmet> unmet(ScopeName dependant, Dependency dependency) throws IOException {
        PackageRef pkg;
        try {
            pkg = PackageRef.of(dependency.name());
        } catch (Refused _) {
            return Optional.of(unresolvable(dependency));
        }
        var here =
                blobs.bytes(Paths.packageMeta(pkg))
                        .filter(_ -> Seclusion.of(pkg, states).admits(dependant, states))
                        .map(json::readTree);
        if (here.filter(meta -> !meta.path("versions").isEmpty()).isPresent()) {
            return here(pkg, here.get(), dependency);
        }
        return fallback != null
                ? there(fallback, pkg, dependency)
                : Optional.of(unresolvable(dependency));
    }

    /// Yanked versions count, as they do for clients that have locked one.
    private Optional<Unmet> here(PackageRef pkg, JsonNode meta, Dependency dependency) {
        var highest =
                matching(pkg, meta, dependency).max(Comparator.comparing(VersionRef::version));
        if (highest.isEmpty()) {
            return Optional.of(unresolvable(dependency));
        }
        var version = blobs.bytes(Paths.versionMeta(highest.get())).map(json::readTree);
        return version.filter(found -> exports(found, dependency)).isPresent()
                ? Optional.empty()
                : Optional.of(missingExport(highest.get(), dependency));
    }

    /// From the highest match downwards, the first that exports what is wanted will do.
    private static Optional<Unmet> there(Fallback other, PackageRef pkg, Dependency dependency)
            throws IOException {
        var meta = other.meta(pkg);
        if (meta.isEmpty()) {
            return Optional.of(unresolvable(dependency));
        }
        var versions =
                matching(pkg, meta.get(), dependency)
                        .filter(version -> !isYanked(meta.get(), version))
                        .sorted(Comparator.comparing(VersionRef::version).reversed())
                        .toList();
        for (var version : versions) {
            var found = other.meta(version);
            if (found.isPresent() && exports(found.get(), dependency)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                versions.isEmpty()
                        ? unresolvable(dependency)
                        : missingExport(versions.getFirst(), dependency));
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

    private static Unmet unresolvable(Dependency dependency) {
        return new Unmet(
                "unresolvableJsrDependency",
                "unresolvable 'jsr:' dependency: '%s', no published version matches the constraint '%s'"
                        .formatted(specifier(dependency), dependency.constraint()));
    }

    private static Unmet missingExport(VersionRef version, Dependency dependency) {
        return new Unmet(
                "invalidJsrDependencySubPath",
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
