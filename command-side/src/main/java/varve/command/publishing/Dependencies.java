package varve.command.publishing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.semver4j.Semver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.Contents.Dependency;
import varve.contract.publishing.Contents.Registry;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;

/// Checks that what an upload depends on is there. It reads the same lists that Deno will read, so
/// the two cannot disagree.
public final class Dependencies {
    private final Blobs blobs;
    private final JsonMapper json;

    public Dependencies(Blobs blobs, JsonMapper json) {
        this.blobs = blobs;
        this.json = json;
    }

    /// Why an upload cannot be accepted, as the publishing task says it.
    record Unmet(String code, String message) {}

    /// The first dependency on this registry that nothing published satisfies.
    ///
    /// What a package needs of itself in a range that holds the version being published is inside
    /// the upload and is not among them.
    Optional<Unmet> unmet(List<Dependency> dependencies) {
        return dependencies.stream()
                .filter(dependency -> dependency.registry() == Registry.JSR)
                .map(this::unmet)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Unmet> unmet(Dependency dependency) {
        return highestMatch(dependency)
                .map(version -> missingExport(version, dependency))
                .orElseGet(() ->
                        Optional.of(
                                new Unmet(
                                        "unresolvableJsrDependency",
                                        "unresolvable 'jsr:' dependency: '"
                                                + specifier(dependency)
                                                + "', no published version matches the"
                                                + " constraint '"
                                                + dependency.constraint()
                                                + "'")));
    }

    /// Yanked versions count, as they do for clients that have locked one.
    private Optional<VersionRef> highestMatch(Dependency dependency) {
        PackageRef pkg;
        try {
            pkg = PackageRef.of(dependency.name());
        } catch (Refused _) {
            return Optional.empty();
        }
        return blobs.bytes(Paths.packageMeta(pkg)).stream()
                .flatMap(meta -> json.readTree(meta).path("versions").propertyNames().stream())
                .filter(version -> satisfies(version, dependency.constraint()))
                .map(VersionNumber::of)
                .max(Comparator.naturalOrder())
                .map(version -> new VersionRef(pkg, version));
    }

    private static boolean satisfies(String version, String constraint) {
        var parsed = Semver.parse(version);
        return parsed != null && parsed.satisfies(constraint);
    }

    private Optional<Unmet> missingExport(VersionRef version, Dependency dependency) {
        var wanted = dependency.path().isEmpty() ? "." : "./" + dependency.path();
        var exported =
                blobs.bytes(Paths.versionMeta(version))
                        .map(json::readTree)
                        .map(meta -> meta.path("exports"))
                        .filter(JsonNode::isObject)
                        .filter(exports -> exports.has(wanted));
        if (exported.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new Unmet(
                        "invalidJsrDependencySubPath",
                        "invalid 'jsr:' dependency: '"
                                + specifier(dependency)
                                + "', "
                                + version.text()
                                + " has no export '"
                                + wanted
                                + "'"));
    }

    private static String specifier(Dependency dependency) {
        return "jsr:"
                + dependency.name()
                + "@"
                + dependency.constraint()
                + (dependency.path().isEmpty() ? "" : "/" + dependency.path());
    }
}
