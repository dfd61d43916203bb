package varve.command.pkg;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.command.OneChange;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageCommand;
import varve.contract.pkg.PackageCommand.ArchivePackage;
import varve.contract.pkg.PackageCommand.DescribePackage;
import varve.contract.pkg.PackageCommand.FeaturePackage;
import varve.contract.pkg.PackageCommand.LinkRepository;
import varve.contract.pkg.PackageCommand.SetPackageVisibility;
import varve.contract.pkg.PackageCommand.SetReadmeSource;
import varve.contract.pkg.PackageCommand.SetRuntimeCompat;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.ReadmeSource;
import varve.contract.pkg.RuntimeCompat;
import varve.contract.pkg.SourceRepository;
import varve.contract.scope.Visibility;

/// What can be changed of a package, as wishes.
final class PackageChanges {
    private static final Set<String> RUNTIMES = Set.of("browser", "deno", "node", "workerd", "bun");

    static final Set<String> POSSIBLE =
            Set.of(
                    "description",
                    "githubRepository",
                    "runtimeCompat",
                    "readmeSource",
                    "isArchived",
                    "isFeatured",
                    "visibility");

    private PackageChanges() {}

    static PackageCommand wish(PackageRef ref, OneChange change) {
        return switch (change.name()) {
            case "description" -> new DescribePackage(ref, oneLine(change.text()));
            case "githubRepository" -> new LinkRepository(ref, repository(change));
            case "runtimeCompat" -> new SetRuntimeCompat(ref, compat(change));
            case "readmeSource" -> new SetReadmeSource(ref, change.oneOf(ReadmeSource.class));
            case "isArchived" -> new ArchivePackage(ref, change.yes());
            case "isFeatured" -> new FeaturePackage(ref, change.yes());
            default -> {
                ref.scope().requirePlain();
                yield new SetPackageVisibility(ref, change.oneOf(Visibility.class));
            }
        };
    }

    private static @Nullable SourceRepository repository(OneChange change) {
        var value = change.value();
        if (value.isNull()) {
            return null;
        }
        var id = value.path("id");
        if (!value.path("owner").isString()
                || !value.path("name").isString()
                || !(id.isMissingNode() || id.isNull() || id.canConvertToLong())) {
            throw change.mistyped("null, or an object of owner, name and perhaps id");
        }
        return new SourceRepository(
                value.path("owner").asString(),
                value.path("name").asString(),
                id.canConvertToLong() ? id.asLong() : null);
    }

    private static RuntimeCompat compat(OneChange change) {
        var value = change.value();
        if (!value.isObject() || !RUNTIMES.containsAll(value.propertyNames())) {
            throw change.mistyped("an object of " + RUNTIMES);
        }
        return new RuntimeCompat(
                known(value.path("browser"), change),
                known(value.path("deno"), change),
                known(value.path("node"), change),
                known(value.path("workerd"), change),
                known(value.path("bun"), change));
    }

    private static @Nullable Boolean known(JsonNode runtime, OneChange change) {
        if (runtime.isMissingNode() || runtime.isNull()) {
            return null;
        }
        if (!runtime.isBoolean()) {
            throw change.mistyped("true, false or null for each runtime");
        }
        return runtime.asBoolean();
    }

    /// One line of at most 250 bytes without control characters (JSR's rule).
    private static String oneLine(String text) {
        var line = text.replaceAll("\\R", " ").strip();
        if (line.getBytes(StandardCharsets.UTF_8).length > Pkg.LONGEST_DESCRIPTION_BYTES) {
            throw new Refused(
                    new Refusal.Malformed("a package's description has at most 250 bytes"));
        }
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(
                    new Refusal.Malformed("a package's description has no control characters"));
        }
        return line;
    }
}
